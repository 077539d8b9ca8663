using ThesisApp.Core.Documents;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Bibliographies;

namespace ThesisApp.Documents.Citations;

/// <summary>APA style after the Publication Manual of the American Psychological Association, 7th edition (2020), chapters 8 to 10.</summary>
internal sealed class ApaStyle : ICitationStyle
{
    private readonly Dictionary<string, ApaWork> _works;

    public ApaStyle(IReadOnlyList<BibliographyEntry> cited)
    {
        _works = cited.ToDictionary(entry => entry.Key, ApaWork.From, StringComparer.Ordinal);

        // 8.19: works of the same authors and year are told apart by letters, in the order of their titles.
        foreach (IGrouping<string, ApaWork> alike in _works.Values.GroupBy(work => $"{work.SortName}|{work.Year}", StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            int letter = 0;
            foreach (ApaWork work in alike.OrderBy(work => work.SortTitle, StringComparer.Ordinal).ThenBy(work => work.Entry.Key, StringComparer.Ordinal))
            {
                work.YearSuffix = ApaWork.Letter(letter++);
            }
        }

        IEnumerable<ApaWork> byPeople = _works.Values.Where(work => work.Authors is [{ IsOrganisation: false, Initials.Length: > 0 }, ..]);
        foreach (ApaWork work in byPeople.GroupBy(work => work.Authors[0].FullFamily, StringComparer.OrdinalIgnoreCase)
            .Where(family => family.Select(work => work.Authors[0].Initials).Distinct(StringComparer.Ordinal).Count() > 1)
            .SelectMany(family => family))
        {
            work.NeedsInitials = true;
        }
    }

    public IReadOnlyList<BibliographyEntry> Order(IEnumerable<BibliographyEntry> cited) =>
    [
        .. cited.Select(entry => _works[entry.Key])
            .OrderBy(work => Accents.Strip(work.SortName), StringComparer.OrdinalIgnoreCase)
            .ThenBy(work => work.Year, StringComparer.Ordinal)
            .ThenBy(work => Accents.Strip(work.SortTitle), StringComparer.OrdinalIgnoreCase)
            .ThenBy(work => work.Entry.Key, StringComparer.Ordinal)
            .Select(work => work.Entry),
    ];

    public string InText(BibliographyEntry entry, string? locator)
    {
        ApaWork work = _works[entry.Key];
        string place = string.IsNullOrEmpty(locator) ? string.Empty : $", {locator}";
        return $"({Names(work, "&")}, {work.YearText}{place})";
    }

    // 8.11: in a narrative citation 'and' joins the names and the year alone stands in brackets.
    public string Narrative(BibliographyEntry entry)
    {
        ApaWork work = _works[entry.Key];
        return $"{Names(work, "and")} ({work.YearText})";
    }

    public IReadOnlyList<Inline> Reference(BibliographyEntry entry) => ApaReference.Write(_works[entry.Key]);

    // 8.17: one or two authors are named, three or more become the first and 'et al.'; without authors the title stands in.
    private string Names(ApaWork work, string and) => work.Authors switch
    {
        [] => work.IsStandAlone ? work.Title : $"“{work.Title}”",
        [_] => work.AndOthers ? $"{work.FirstAuthor} et al." : work.FirstAuthor,
        [_, PersonName second] when !work.AndOthers => $"{work.FirstAuthor} {and} {second.FullFamily}",
        _ => Shortened(work, and),
    };

    // 8.18: where that is the same for other authors of that year, as many are named as it takes; 'et al.' never stands for one alone.
    private string Shortened(ApaWork work, string and)
    {
        ApaWork[] rivals = [.. _works.Values.Where(other => other.Year == work.Year && other.Authors.Count > 2 && other.SortName != work.SortName && other.Authors[0].FullFamily == work.Authors[0].FullFamily)];
        int named = 1;
        while (named < work.Authors.Count && rivals.Any(rival => Surnames(rival, named).SequenceEqual(Surnames(work, named), StringComparer.Ordinal)))
        {
            named++;
        }

        if (work.AndOthers || named < work.Authors.Count - 1)
        {
            return named == 1 ? $"{work.FirstAuthor} et al." : $"{string.Join(", ", Surnames(work, named))}, et al.";
        }

        return $"{string.Join(", ", Surnames(work, work.Authors.Count - 1))}, {and} {work.Authors[^1].FullFamily}";
    }

    private static IEnumerable<string> Surnames(ApaWork work, int count) => work.Authors.Take(count).Select((author, i) => i == 0 ? work.FirstAuthor : author.FullFamily);
}
