using System.Globalization;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;

namespace ThesisApp.Core.Checks.Structure;

/// <summary>Headings: their levels, their numbers, their texts.</summary>
internal static class Headings
{
    private const int Deepest = 4;

    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        CheckedSection[] sections = [.. thesis.Sections];
        int top = sections.Where(section => section.IsBody).Select(section => section.Level).DefaultIfEmpty(1).Min();
        for (int i = 0; i < sections.Length; i++)
        {
            CheckedSection section = sections[i];
            CheckedSection? next = i + 1 < sections.Length ? sections[i + 1] : null;
            if (i > 0 && section.Level > sections[i - 1].Level + 1)
            {
                yield return Finding.Warning("skipped-heading-level", section, section.Line, $"A heading of level {section.Level} follows one of level {sections[i - 1].Level}.");
            }

            if (section.IsBody && section.Level - top + 1 > Deepest)
            {
                yield return Finding.Warning("deep-heading", section, section.Line, $"{section.Level - top + 1} levels of headings; more than {Deepest} are hard to follow.");
            }

            if (section.IsBody && section.Paragraphs.Count == 0 && (next is null || next.Level <= section.Level))
            {
                yield return Finding.Error("empty-section", section, section.Line, "There is a heading and no text under it.");
            }

            if (section.IsBody && next is not null && next.Level > section.Level && Children(sections, i).Count() == 1)
            {
                yield return Finding.Warning("single-subsection", section, section.Line, $"'{next.Name}' is its only subsection. Add another or leave the heading out.");
            }
        }

        foreach (CheckedSection twice in sections.Where(section => section.IsBody).GroupBy(section => $"{section.Level}|{section.Title}", StringComparer.OrdinalIgnoreCase).SelectMany(same => same.Skip(1)))
        {
            yield return Finding.Warning("duplicate-heading", twice, twice.Line, $"The heading '{twice.Title}' stands there twice.");
        }

        foreach (ReportCheck number in Numbers([.. sections.Where(section => section.Number is not null)]))
        {
            yield return number;
        }
    }

    private static IEnumerable<CheckedSection> Children(CheckedSection[] sections, int parent)
    {
        CheckedSection[] below = [.. sections.Skip(parent + 1).TakeWhile(section => section.Level > sections[parent].Level)];
        return below.Where(section => section.Level == below.Min(other => other.Level));
    }

    // Each number is the first of its level or one more than the last.
    private static IEnumerable<ReportCheck> Numbers(CheckedSection[] numbered)
    {
        int[] last = [];
        foreach (CheckedSection section in numbered)
        {
            int[] number = [.. section.Number!.Split('.').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : -1)];
            bool follows = last.Length == 0
                ? number is [0 or 1]
                : number.Length <= last.Length
                    ? number.SkipLast(1).SequenceEqual(last.Take(number.Length - 1)) && number[^1] == last[number.Length - 1] + 1
                    : number.Length == last.Length + 1 && number.SkipLast(1).SequenceEqual(last) && number[^1] is 0 or 1;
            if (!follows)
            {
                yield return Finding.Error("heading-number", section, section.Line, $"The number {section.Number} does not follow {(last.Length == 0 ? "the start" : string.Join('.', last))}.");
            }

            last = number;
        }
    }
}
