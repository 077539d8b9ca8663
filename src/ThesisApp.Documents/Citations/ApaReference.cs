using ThesisApp.Core.Documents;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Bibliographies;

namespace ThesisApp.Documents.Citations;

/// <summary>Writes entries of APA's list of references.</summary>
internal static class ApaReference
{
    private const int MostAuthors = 20;

    public static IReadOnlyList<Inline> Write(ApaWork work)
    {
        BibliographyEntry entry = work.Entry;
        InlineBuilder text = new();
        bool edited = entry["author"] is null && entry["editor"] is not null && work.Authors.Count > 0 && !work.Authors[0].IsOrganisation;
        string names = Names(work) + (edited ? work.Authors.Count > 1 ? " (Eds.)" : " (Ed.)" : string.Empty);
        if (work.Authors.Count > 0)
        {
            text.Text($"{EndWithStop(names)} ({work.YearText}). ");
            AppendTitle(work, text);
        }
        else
        {
            AppendTitle(work, text);
            text.Text($"({work.YearText}). ");
        }

        AppendContainer(work, text);
        AppendAddress(entry, text);
        return text.Build();
    }

    private static void AppendTitle(ApaWork work, InlineBuilder text)
    {
        string details = TitleDetails(work.Entry);
        if (work.IsStandAlone)
        {
            text.Emphasis(work.Title).Text(details.Length > 0 ? $" {details}. " : work.Title.EndsWith('?') || work.Title.EndsWith('!') ? " " : ". ");
        }
        else
        {
            text.Text(EndWithStop(work.Title) + " ");
        }
    }

    private static string TitleDetails(BibliographyEntry entry)
    {
        List<string> inBrackets = [];
        if (entry["edition"] is { } edition)
        {
            inBrackets.Add(Edition(edition));
        }

        if (entry["volume"] is { } volume && entry.Type is "book" or "collection" or "proceedings" && entry["volume"] is not null)
        {
            inBrackets.Add($"Vol. {entry["volume"]}");
        }

        if (entry.Type is "techreport" or "report" && entry["number"] is { } number)
        {
            inBrackets.Add($"{entry["type"] ?? "Report"} No. {number}");
        }

        string details = inBrackets.Count > 0 ? $"({string.Join(", ", inBrackets)})" : string.Empty;
        string? kind = entry.Type switch
        {
            "phdthesis" => $"[Doctoral dissertation, {entry["school"] ?? entry["institution"] ?? "institution unknown"}]",
            "mastersthesis" => $"[Master's thesis, {entry["school"] ?? entry["institution"] ?? "institution unknown"}]",
            "software" => "[Computer software]",
            _ => null,
        };
        return string.Join(' ', new[] { details, kind }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static void AppendContainer(ApaWork work, InlineBuilder text)
    {
        BibliographyEntry entry = work.Entry;
        string? pages = entry["pages"]?.Replace("--", "–", StringComparison.Ordinal).Replace('-', '–');
        switch (entry.Type)
        {
            case "article":
                AppendJournal(entry, pages, text);
                break;
            case "inproceedings" or "conference" or "incollection" or "inbook":
                string editors = entry["author"] is not null && entry["editor"] is { } names ? $"{Editors(names)}, " : string.Empty;
                text.Text($"In {editors}").Emphasis(entry["booktitle"] ?? entry["journal"] ?? "unnamed volume");
                text.Text(pages is null ? ". " : $" ({(pages.Contains('–', StringComparison.Ordinal) ? "pp." : "p.")} {pages}). ");
                AppendPublisher(entry["publisher"] ?? entry["organization"], work, text);
                break;
            case "phdthesis" or "mastersthesis":
                break;
            default:
                AppendPublisher(entry["publisher"] ?? entry["institution"] ?? entry["organization"] ?? entry["howpublished"], work, text);
                if (entry["note"] is { } note)
                {
                    text.Text(EndWithStop(note) + " ");
                }

                break;
        }
    }

    private static void AppendJournal(BibliographyEntry entry, string? pages, InlineBuilder text)
    {
        if ((entry["journal"] ?? entry["journaltitle"]) is not { } journal)
        {
            return;
        }

        text.Emphasis(journal);
        if (entry["volume"] is { } volume)
        {
            text.Text(", ").Emphasis(volume);
        }

        if ((entry["number"] ?? entry["issue"]) is { } number)
        {
            text.Text(entry["volume"] is null ? $", ({number})" : $"({number})");
        }

        text.Text(pages is null ? ". " : $", {pages}. ");
    }

    // 9.29: a publisher that is the author is not named again.
    private static void AppendPublisher(string? publisher, ApaWork work, InlineBuilder text)
    {
        bool isAuthor = work.Authors.Any(author => author.IsOrganisation && string.Equals(author.Family, publisher, StringComparison.OrdinalIgnoreCase));
        bool isAddress = publisher?.Contains("://", StringComparison.Ordinal) == true;
        if (publisher is not null && !isAuthor && !isAddress)
        {
            text.Text(EndWithStop(publisher) + " ");
        }
    }

    private static void AppendAddress(BibliographyEntry entry, InlineBuilder text)
    {
        string? doi = entry["doi"];
        string? address = doi is null
            ? entry["url"]
            : doi.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? doi : $"https://doi.org/{doi}";
        if (address is not null && (address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal)))
        {
            text.Link(address);
        }
    }

    // 9.8: up to twenty authors are named; of more, the first nineteen and the last.
    private static string Names(ApaWork work)
    {
        string[] names = [.. work.Authors.Select(Inverted)];
        if (work.AndOthers)
        {
            return $"{string.Join(", ", names)}, et al.";
        }

        return names.Length switch
        {
            0 or 1 => names.FirstOrDefault() ?? string.Empty,
            > MostAuthors => $"{string.Join(", ", names[..(MostAuthors - 1)])}, … {names[^1]}",
            _ => $"{string.Join(", ", names[..^1])}, & {names[^1]}",
        };
    }

    private static string Inverted(PersonName name)
    {
        string inverted = name.Initials.Length == 0 ? name.FullFamily : $"{name.FullFamily}, {name.Initials}";
        return name.Suffix.Length == 0 ? inverted : $"{inverted}, {name.Suffix}";
    }

    private static string Editors(string names)
    {
        IReadOnlyList<PersonName> editors = NameParser.Parse(names, out bool andOthers);
        string[] list = [.. editors.Select(editor => $"{editor.Initials} {editor.FullFamily}".Trim())];
        string joined = list.Length > 1 && !andOthers ? $"{string.Join(", ", list[..^1])} & {list[^1]}" : string.Join(", ", list) + (andOthers ? " et al." : string.Empty);
        return $"{joined} ({(list.Length > 1 || andOthers ? "Eds." : "Ed.")})";
    }

    private static string Edition(string edition) => edition.ToLowerInvariant() switch
    {
        "1" or "first" => "1st ed.",
        "2" or "second" => "2nd ed.",
        "3" or "third" => "3rd ed.",
        "21" => "21st ed.",
        "22" => "22nd ed.",
        "23" => "23rd ed.",
        string number when number.All(char.IsAsciiDigit) => $"{number}th ed.",
        "fourth" => "4th ed.",
        "fifth" => "5th ed.",
        "sixth" => "6th ed.",
        "seventh" => "7th ed.",
        string other when other.EndsWith("ed.", StringComparison.Ordinal) => other,
        string other => $"{other} ed.",
    };

    private static string EndWithStop(string text) => text.Length > 0 && text[^1] is '.' or '?' or '!' ? text : text + ".";
}
