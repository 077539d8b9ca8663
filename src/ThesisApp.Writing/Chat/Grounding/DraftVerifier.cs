using System.Globalization;
using System.Text.RegularExpressions;
using ThesisApp.Core.Drafts;
using ThesisApp.Writing.Chat.Evidence;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>Holds a text against what it was given, sentence by sentence, without asking any model.</summary>
internal static partial class DraftVerifier
{
    private const int MostOwn = 12;

    /// <summary>Everything that does not hold, in the order of the text.</summary>
    public static IReadOnlyList<Problem> Verify(IReadOnlyList<Paragraph> paragraphs, EvidenceSet evidence)
    {
        List<Problem> problems = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Sentence sentence in paragraphs.SelectMany(paragraph => paragraph.Sentences))
        {
            if (Check(sentence, evidence, seen) is { } problem)
            {
                problems.Add(problem);
            }
        }

        return problems;
    }

    // Small numbers count what the text itself has: three questions, two parts. A share counts something else.
    private static string? Unfounded(string text, IReadOnlySet<string>? free) => free is null
        ? null
        : Counted().Matches(PlaceMention.Without(Folded.Visible(text)))
            .Where(match => match.Groups[2].Success || !int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value > MostOwn)
            .Select(match => Folded.Numbers(match.Groups[1].Value).Single())
            .FirstOrDefault(number => !free.Contains(number));

    [GeneratedRegex(@"(\d+(?:[.,]\d+)*)(\s?[%‰]|\s(?:per\s?cent|Prozent|pour\s?cent|por\s?ciento)\b)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    private static Problem? Check(Sentence sentence, EvidenceSet evidence, HashSet<string> seen)
    {
        if (!seen.Add(Folded.Text(sentence.Text)))
        {
            return new Problem(ProblemKind.Repeated, sentence, "it stands in the text already");
        }

        EvidenceItem[] cited = [.. sentence.Citations.SelectMany(evidence.Of).Where(item => item.VouchesFor(sentence))];
        string[] texts = [.. cited.Select(item => item.Text)];
        string[] words = [.. cited.Where(item => item.Claim is null).Select(item => item.Text)];
        if (ForeignText.Find(sentence.Text, texts) is { } foreign)
        {
            return new Problem(ProblemKind.Foreign, sentence, foreign);
        }

        if (sentence.Citations.FirstOrDefault(citation => evidence.Of(citation).Count == 0) is { } unknown)
        {
            string place = unknown.Locator is { } locator ? $"@{unknown.Key}, {locator}" : $"@{unknown.Key}";
            return new Problem(ProblemKind.UnknownCitation, sentence, $"it cites {place}, which was not given to this section");
        }

        if (LooseCitation.Find(sentence.Text, texts) is { } loose)
        {
            return new Problem(ProblemKind.UnknownCitation, sentence, $"“{loose}” is no citation of a passage in the form that was asked for");
        }

        if (Quotations.HasUnpaired(sentence.Text))
        {
            return new Problem(ProblemKind.AlteredQuotation, sentence, "it has a quotation mark without its counterpart");
        }

        foreach ((string quoted, IReadOnlyList<string> parts) in Quotations.Of(sentence.Text))
        {
            if (sentence.Citations.Count == 0)
            {
                return new Problem(ProblemKind.AlteredQuotation, sentence, $"it quotes “{quoted}” without a citation");
            }

            // A model's statement is not the words of its source, but for what it quotes itself.
            if (!words.Any(text => Quotations.StandIn(parts, text)) && !cited.Any(item => item.Claim is not null && Quotations.Quotes(item.Text, quoted)))
            {
                return new Problem(ProblemKind.AlteredQuotation, sentence, $"“{quoted}” does not stand in the cited passage");
            }
        }

        if (sentence.Citations.Count == 0)
        {
            return Unfounded(sentence.Text, evidence.FreeNumbers) is { } unfounded
                ? new Problem(ProblemKind.UnknownNumber, sentence, $"the number {unfounded} stands in none of the passages, and none is cited for it")
                : null;
        }

        HashSet<string> known = [.. texts.SelectMany(Folded.Numbers)];
        return Folded.Numbers(sentence.Text).FirstOrDefault(number => !known.Contains(number)) is { } number
            ? new Problem(ProblemKind.UnknownNumber, sentence, $"the number {number} does not stand in the cited passage")
            : null;
    }
}
