using ThesisApp.Core.Drafts;
using ThesisApp.Writing.Chat.Evidence;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>Holds a text against what it was given, sentence by sentence, without asking any model.</summary>
internal static class DraftVerifier
{
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

    private static Problem? Check(Sentence sentence, EvidenceSet evidence, HashSet<string> seen)
    {
        if (!seen.Add(Folded.Text(sentence.Text)))
        {
            return new Problem(ProblemKind.Repeated, sentence, "it stands in the text already");
        }

        EvidenceItem[] cited = [.. sentence.Citations.SelectMany(evidence.Of)];
        string[] texts = [.. cited.Select(item => item.Text)];
        if (ForeignText.Find(sentence.Text, texts) is { } foreign)
        {
            return new Problem(ProblemKind.Foreign, sentence, foreign);
        }

        if (sentence.Citations.FirstOrDefault(citation => evidence.Of(citation).Count == 0) is { } unknown)
        {
            string place = unknown.Locator is { } locator ? $"@{unknown.Key}, {locator}" : $"@{unknown.Key}";
            return new Problem(ProblemKind.UnknownCitation, sentence, $"it cites {place}, which was not given to this section");
        }

        foreach ((string quoted, IReadOnlyList<string> parts) in Quotations.Of(sentence.Text))
        {
            if (texts.Length == 0)
            {
                return new Problem(ProblemKind.AlteredQuotation, sentence, $"it quotes “{quoted}” without a citation");
            }

            if (!texts.Any(text => Quotations.StandIn(parts, text)))
            {
                return new Problem(ProblemKind.AlteredQuotation, sentence, $"“{quoted}” does not stand in the cited passage");
            }
        }

        if (texts.Length == 0)
        {
            return null;
        }

        HashSet<string> known = [.. texts.SelectMany(Folded.Numbers)];
        return Folded.Numbers(sentence.Text).FirstOrDefault(number => !known.Contains(number)) is { } number
            ? new Problem(ProblemKind.UnknownNumber, sentence, $"the number {number} does not stand in the cited passage")
            : null;
    }
}
