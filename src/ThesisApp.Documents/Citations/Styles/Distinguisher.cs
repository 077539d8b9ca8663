using ThesisApp.Documents.Citations.Works;

namespace ThesisApp.Documents.Citations.Styles;

/// <summary>Tells the works that are cited apart: by initials, by more names, by letters behind the year.</summary>
internal static class Distinguisher
{
    public static Dictionary<string, Distinction> TellApart(IReadOnlyList<CitedWork> cited, AuthorDateRules rules, Func<Distinction, string> label)
    {
        Distinction[] works = [.. cited.Select(work => new Distinction(work, rules.SortsByFamily))];
        AddInitials(works, rules, label);
        foreach (Distinction work in works)
        {
            AddNames(work, works, rules);
        }

        // APA 8.19: works of the same authors and year are told apart by letters, in the order of the list.
        foreach (IGrouping<string, Distinction> alike in works.GroupBy(work => $"{label(work)}|{work.Work.Date.Year}", StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            int letter = 0;
            foreach (Distinction work in Distinction.InOrder(alike))
            {
                work.Letter = Distinction.LetterOf(letter++);
            }
        }

        return works.ToDictionary(work => work.Work.Key, StringComparer.Ordinal);
    }

    private static void AddInitials(Distinction[] works, AuthorDateRules rules, Func<Distinction, string> label)
    {
        IEnumerable<Distinction> byPeople = works.Where(work => work.Work.Authors.Names is [{ IsOrganisation: false, Initials.Length: > 0 }, ..]);
        Distinction[][] namesakes =
        [
            .. byPeople
                .GroupBy(work => rules.InitialsAlways ? work.Work.Authors.Names[0].FullFamily : $"{label(work)}|{work.Work.Date.Year}", StringComparer.OrdinalIgnoreCase)
                .Where(family => family.Select(work => work.Work.Authors.Names[0].Initials).Distinct(StringComparer.Ordinal).Count() > 1)
                .Select(family => family.ToArray()),
        ];
        foreach (Distinction work in namesakes.SelectMany(family => family))
        {
            work.NeedsInitials = true;
        }
    }

    // APA 8.18: where 'et al.' would be the same for other authors of that year, as many are named as it takes.
    private static void AddNames(Distinction work, Distinction[] works, AuthorDateRules rules)
    {
        int authors = work.Work.Authors.Count;
        if (authors <= rules.MostNamed)
        {
            return;
        }

        Distinction[] rivals =
        [
            .. works.Where(other => other.Work.Date.Year == work.Work.Date.Year && other.Work.Authors.Count > rules.MostNamed && other.SortName != work.SortName
                && other.Work.Authors.Names[0].FullFamily == work.Work.Authors.Names[0].FullFamily),
        ];
        while (work.Named < authors && rivals.Any(rival => rival.Surnames(work.Named).SequenceEqual(work.Surnames(work.Named), StringComparer.Ordinal)))
        {
            work.Named++;
        }
    }
}
