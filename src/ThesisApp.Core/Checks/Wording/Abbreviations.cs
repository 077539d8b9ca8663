using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;

namespace ThesisApp.Core.Checks.Wording;

/// <summary>Abbreviations: each introduced once, before it is used, with one meaning (Schwartz and Hearst, A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text, 2003: a long form, then in brackets a short form whose letters stand in it in their order).</summary>
internal static partial class Abbreviations
{
    private const int LeastUses = 2;

    // What nobody spells out.
    private static readonly FrozenSet<string> Everyday = "USA UK EU UN US PDF HTML XML JSON YAML CSV URL URI HTTP HTTPS ISBN ISSN DOI ISO IEEE ACM IBM CPU GPU RAM ASCII UTF SQL API USB AM PM BC AD CE II III IV VI VII VIII IX XI XII DNA OK RQ NASA DVD CD MIT USENIX SHA SSD HDD OS PC ID"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        Dictionary<string, (CheckedSection Section, int? Line, int Count)> before = new(StringComparer.Ordinal);
        Dictionary<string, string> defined = new(StringComparer.Ordinal);
        HashSet<string> listed = Listed(thesis);
        foreach ((CheckedSection section, CheckedParagraph paragraph) in thesis.BodyParagraphs)
        {
            Dictionary<string, string> here = Definitions(paragraph.Text);
            foreach ((string shortForm, string longForm) in here)
            {
                if (!defined.TryGetValue(shortForm, out string? first))
                {
                    defined[shortForm] = longForm;
                    if (before.Remove(shortForm, out (CheckedSection Section, int? Line, int Count) use) && !listed.Contains(shortForm))
                    {
                        yield return Finding.Warning("abbreviation-before-definition", use.Section, use.Line, $"'{shortForm}' is used here and introduced only in {Finding.Place(section, paragraph.Line)}.");
                    }
                }
                else
                {
                    yield return SameMeaning(first, longForm)
                        ? Finding.Warning("abbreviation-defined-twice", section, paragraph.Line, $"'{shortForm}' has been introduced already.")
                        : Finding.Warning("abbreviation-with-two-meanings", section, paragraph.Line, $"'{shortForm}' stands for '{first}' and here for '{longForm}'.");
                }
            }

            foreach (string use in Short().Matches(paragraph.Text).Select(match => match.Value.TrimEnd('s')).Where(use => !here.ContainsKey(use) && !defined.ContainsKey(use) && !Everyday.Contains(use)))
            {
                before[use] = before.TryGetValue(use, out (CheckedSection Section, int? Line, int Count) known) ? known with { Count = known.Count + 1 } : (section, paragraph.Line, 1);
            }
        }

        foreach ((string use, (CheckedSection section, int? line, int count)) in before.Where(use => use.Value.Count >= LeastUses && !listed.Contains(use.Key)).OrderBy(use => use.Key, StringComparer.Ordinal))
        {
            yield return Finding.Warning("abbreviation-undefined", section, line, $"'{use}' is used {count} times and never introduced.");
        }
    }

    // A list of abbreviations introduces them all.
    private static HashSet<string> Listed(CheckedThesis thesis) => thesis.Sections.Where(section => section.Role == PartRoles.Apparatus)
        .SelectMany(section => section.Paragraphs).SelectMany(paragraph => Short().Matches(paragraph.Text)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, string> Definitions(string text)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (Match match in Defined().Matches(text))
        {
            string shortForm = match.Groups[2].Value;
            if (LongForm(match.Groups[1].Value, shortForm) is { } longForm)
            {
                found.TryAdd(shortForm, longForm);
            }
        }

        return found;
    }

    // From the right: each letter of the short form in the words before it, the first at the start of a word.
    private static string? LongForm(string before, string shortForm)
    {
        int position = before.Length;
        for (int i = shortForm.Length - 1; i >= 0; i--)
        {
            do
            {
                position--;
            }
            while (position >= 0 && (char.ToUpperInvariant(before[position]) != shortForm[i] || (i == 0 && position > 0 && char.IsLetter(before[position - 1]))));

            if (position < 0)
            {
                return null;
            }
        }

        string longForm = before[position..];
        return longForm.Split(' ').Length <= Math.Min(shortForm.Length + 5, shortForm.Length * 2) ? longForm : null;
    }

    private static bool SameMeaning(string a, string b) => WordStems.Of(a).SetEquals(WordStems.Of(b));

    [GeneratedRegex(@"(?<![\w/.-])[A-Z][A-Z0-9]{1,5}s?(?![\w/-])(?!\.\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Short();

    [GeneratedRegex(@"((?:[\p{L}-]+[ \u00A0]){1,8}[\p{L}-]+)[ \u00A0]\(([A-Z][A-Z0-9]{1,5})s?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Defined();
}
