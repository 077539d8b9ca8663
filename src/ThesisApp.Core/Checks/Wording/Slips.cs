using System.Text.RegularExpressions;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;

namespace ThesisApp.Core.Checks.Wording;

/// <summary>What was left lying: placeholders, doubled words, brackets that nobody closed, contractions.</summary>
internal static partial class Slips
{
    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        foreach ((CheckedSection section, CheckedParagraph paragraph) in thesis.BodyParagraphs)
        {
            foreach (Match match in Placeholder().Matches(paragraph.Text))
            {
                yield return Finding.Error("placeholder", section, paragraph.Line, $"'{match.Value}' was left in the text.");
            }

            foreach (Match match in Doubled().Matches(paragraph.Text))
            {
                yield return Finding.Warning("doubled-word", section, paragraph.Line, $"'{match.Value}'.");
            }

            if (thesis.IsEnglish && Contraction().Match(Quoted().Replace(paragraph.Text, " ")) is { Success: true } contraction)
            {
                yield return Finding.Warning("contraction", section, paragraph.Line, $"'{contraction.Value}': write it out.");
            }

            if (Unbalanced(paragraph.Text) is { } bracket)
            {
                yield return Finding.Warning("unbalanced-bracket", section, paragraph.Line, $"A '{bracket}' without its other half: '{Finding.Start(paragraph.Text)}'");
            }
        }
    }

    // A list's own bracket, '1)' or 'a)', opens nowhere.
    private static char? Unbalanced(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' when depth > 0 || !ListMark().IsMatch(text.AsSpan(0, i + 1)) => -1, _ => 0 };
            if (depth < 0)
            {
                return ')';
            }
        }

        return depth > 0 ? '(' : null;
    }

    [GeneratedRegex(@"\b(TODO|TBD|FIXME|XXX)\b|\?\?\?|\[(unresolved|citation needed|Quelle\??|source\?)[^\]]*\]|lorem ipsum", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();

    // 'that that' and 'had had' may be meant; so may 'nous nous' and 'die die'.
    [GeneratedRegex(@"(?<![\p{L}-])(?!that\b|had\b|die\b|der\b|das\b|sie\b|nous\b|vous\b)(\p{L}{2,}) \1(?![\p{L}-])")]
    private static partial Regex Doubled();

    [GeneratedRegex(@"\b(?:do|does|did|is|are|was|were|have|has|had|ca|could|should|would|wo)n['’]t\b|\b(?:it|that|there|what)['’]s (?:a|an|the|not|been|also|very|easy|hard|clear)\b|\b(?:we|they|you)['’](?:re|ve|ll)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Contraction();

    [GeneratedRegex("“[^”]*”|\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:^|[\s;,:])(?:\d{1,2}|[a-z]|[ivx]{1,4})\)$")]
    private static partial Regex ListMark();
}
