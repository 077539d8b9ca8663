using System.Text.RegularExpressions;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Bibliographies;

namespace ThesisApp.Documents.Citations;

/// <summary>A work as APA style looks at it.</summary>
internal sealed partial class ApaWork
{
    private static readonly string[] Parts = ["article", "inproceedings", "conference", "incollection", "inbook"];

    private ApaWork(BibliographyEntry entry, IReadOnlyList<PersonName> authors, bool andOthers)
    {
        Entry = entry;
        Authors = authors;
        AndOthers = andOthers;
        Title = entry["title"] ?? entry.Key;
        Year = YearPattern().Match(entry["year"] ?? entry["date"] ?? string.Empty) is { Success: true } match ? match.Value : string.Empty;
        SortTitle = ArticlePattern().Replace(Title, string.Empty);
        SortName = authors.Count == 0
            ? SortTitle
            : string.Join(", ", authors.Select(author => author.IsOrganisation ? ArticlePattern().Replace(author.Family, string.Empty) : $"{author.FullFamily} {author.Initials}".Trim()));
    }

    public BibliographyEntry Entry { get; }

    public IReadOnlyList<PersonName> Authors { get; }

    public bool AndOthers { get; }

    public string Title { get; }

    public string Year { get; }

    /// <summary>What the work is listed under: 9.44 and 9.49, an article at the start of a title or of a group's name does not count.</summary>
    public string SortName { get; }

    public string SortTitle { get; }

    /// <summary>True if the first author's family name alone could be another's: 8.20, the initials stand in the text then, whatever the years.</summary>
    public bool NeedsInitials { get; set; }

    /// <summary>The first author as the text names it.</summary>
    public string FirstAuthor => NeedsInitials ? $"{Authors[0].Initials} {Authors[0].FullFamily}" : Authors[0].FullFamily;

    public string YearSuffix { get; set; } = string.Empty;

    /// <summary>The year as printed: <c>2019a</c>, <c>n.d.</c>, <c>n.d.-b</c>.</summary>
    public string YearText => Year.Length > 0 ? Year + YearSuffix : YearSuffix.Length > 0 ? $"n.d.-{YearSuffix}" : "n.d.";

    /// <summary>True for works whose own title is set in italics.</summary>
    public bool IsStandAlone => !Parts.Contains(Entry.Type, StringComparer.Ordinal);

    public static ApaWork From(BibliographyEntry entry)
    {
        bool andOthers = false;
        IReadOnlyList<PersonName> authors = [];
        string? names = entry["author"] ?? (Parts.Contains(entry.Type, StringComparer.Ordinal) ? null : entry["editor"]);
        if (names is not null)
        {
            authors = NameParser.Parse(names, out andOthers);
        }
        else if ((entry["organization"] ?? entry["institution"]) is { } organisation)
        {
            authors = [new PersonName(organisation, string.Empty, string.Empty, string.Empty, IsOrganisation: true)];
        }

        return new ApaWork(entry, authors, andOthers);
    }

    /// <summary>a, b, ... z, aa, ab, ...</summary>
    public static string Letter(int index) =>
        index < 26 ? ((char)('a' + index)).ToString() : Letter((index / 26) - 1) + (char)('a' + (index % 26));

    [GeneratedRegex(@"\d{4}")]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"^(the|an|a)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex ArticlePattern();
}
