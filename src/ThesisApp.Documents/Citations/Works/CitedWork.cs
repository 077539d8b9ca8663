using System.Text.RegularExpressions;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Bibliographies;

namespace ThesisApp.Documents.Citations.Works;

/// <summary>A work as the styles look at it: one name for what BibTeX and BibLaTeX call differently.</summary>
internal sealed partial class CitedWork
{
    private CitedWork(BibliographyEntry entry)
    {
        Entry = entry;
        Kind = WorkKinds.Of(entry);
        Title = Join(entry["title"], entry["subtitle"]) ?? Join(entry["booktitle"], entry["booksubtitle"]) ?? entry.Key;
        Container = Join(entry["journaltitle"] ?? entry["journal"], entry["journalsubtitle"]) ?? Join(entry["booktitle"] ?? entry["maintitle"], entry["booksubtitle"]);
        Date = WorkDate.Of(entry);
        Accessed = WorkDate.Read(entry["urldate"] ?? entry["lastchecked"]);
        Editors = WorkNames.Read(entry["editor"]);
        Translators = WorkNames.Read(entry["translator"]);
        (Authors, IsEdited) = ReadAuthors();
        Publisher = ReadPublisher();
        Pages = entry["pages"] is { } pages ? PageRange.Dashed(pages) : entry["eid"];
        SortTitle = WithoutArticle(Title);
    }

    /// <summary>Kinds of work that are parts of another.</summary>
    public static IReadOnlyList<WorkKind> Parts { get; } = [WorkKind.Article, WorkKind.Magazine, WorkKind.Chapter, WorkKind.Paper];

    public BibliographyEntry Entry { get; }

    public string Key => Entry.Key;

    public WorkKind Kind { get; }

    /// <summary>Who stands in the author's place: authors, else the editors of a whole volume, else the organisation behind it.</summary>
    public WorkNames Authors { get; }

    /// <summary>True if <see cref="Authors"/> are its editors.</summary>
    public bool IsEdited { get; }

    public WorkNames Editors { get; }

    public WorkNames Translators { get; }

    public string Title { get; }

    /// <summary>The title without an article at its start, for sorting.</summary>
    public string SortTitle { get; }

    /// <summary>The journal or the book that it stands in, or null.</summary>
    public string? Container { get; }

    public WorkDate Date { get; }

    public WorkDate Accessed { get; }

    public string? Publisher { get; }

    public string? Place => Entry["address"] ?? Entry["location"];

    public string? Pages { get; }

    public string? Volume => Entry["volume"];

    public string? Number => Kind is WorkKind.Article or WorkKind.Magazine ? Entry["number"] ?? Entry["issue"] : Entry["number"];

    public string? Edition => Entry["edition"];

    public string? Series => Entry["series"];

    public string? Version => Entry["version"];

    public string? Note => Entry["note"] ?? Entry["addendum"];

    /// <summary>A volume of its series, not of a work in several volumes.</summary>
    public string? SeriesNumber => Series is null ? null : Volume ?? Number;

    /// <summary>The volume of a work in several, or null.</summary>
    public string? BookVolume => Series is null ? Volume : null;

    public string? Doi => Entry["doi"] is { } doi ? DoiPrefix().Replace(doi, string.Empty) : null;

    /// <summary>Where it can be had: the DOI's address, else the URL; null where neither is one.</summary>
    public string? Address => Doi is { } doi ? $"https://doi.org/{doi}" : Url;

    public string? Url => Entry["url"] is { } url && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ? url : null;

    /// <summary>True for works whose own title is set in italics.</summary>
    public bool IsStandAlone => !Parts.Contains(Kind);

    /// <summary>True if its publisher is also its author.</summary>
    public bool PublisherIsAuthor => Authors.Names.Any(author => author.IsOrganisation && string.Equals(author.Family, Publisher, StringComparison.OrdinalIgnoreCase));

    public static CitedWork From(BibliographyEntry entry) => new(entry);

    public static string WithoutArticle(string text) => ArticlePattern().Replace(text, string.Empty);

    private (WorkNames Authors, bool IsEdited) ReadAuthors()
    {
        WorkNames authors = WorkNames.Read(Entry["author"] ?? (Kind == WorkKind.Patent ? Entry["holder"] : null));
        if (authors.Count > 0)
        {
            return (authors, false);
        }

        if (IsStandAlone && Editors.Count > 0)
        {
            return (Editors, true);
        }

        return (Entry["organization"] ?? Entry["institution"]) is { } organisation && Kind is not WorkKind.Paper
            ? (new WorkNames([new PersonName(organisation, string.Empty, string.Empty, string.Empty, IsOrganisation: true)], AndOthers: false), false)
            : (WorkNames.None, false);
    }

    private string? ReadPublisher()
    {
        string? publisher = Kind == WorkKind.Thesis
            ? Entry["school"] ?? Entry["institution"] ?? Entry["publisher"]
            : Entry["publisher"] ?? Entry["institution"] ?? Entry["organization"] ?? Entry["howpublished"];
        return publisher is null || publisher.Contains("://", StringComparison.Ordinal) ? null : publisher;
    }

    private static string? Join(string? title, string? subtitle) =>
        title is null || subtitle is null ? title : title[^1] is '?' or '!' or ':' ? $"{title} {subtitle}" : $"{title}: {subtitle}";

    [GeneratedRegex(@"^(the|an|a)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex ArticlePattern();

    [GeneratedRegex(@"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", RegexOptions.IgnoreCase)]
    private static partial Regex DoiPrefix();
}
