using ThesisApp.Core.Drafts;
using ThesisApp.Writing.Chat.Evidence;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>Deals with what no revision has mended: what is foreign or repeated is taken out, the rest is marked where it stands; either is told to the report.</summary>
internal static class Marker
{
    /// <summary>The text as it may be used.</summary>
    /// <param name="paragraphs">The text.</param>
    /// <param name="problems">What does not hold in it.</param>
    /// <param name="evidence">What it was given.</param>
    /// <param name="findings">Takes a line for each.</param>
    public static IReadOnlyList<Paragraph> Apply(IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Problem> problems, EvidenceSet evidence, List<string> findings)
    {
        Dictionary<Sentence, Problem> bySentence = new(ReferenceEqualityComparer.Instance);
        foreach (Problem problem in problems)
        {
            bySentence.TryAdd(problem.Sentence, problem);
        }

        List<Paragraph> kept = [];
        foreach (Paragraph paragraph in paragraphs)
        {
            List<Sentence> sentences = [];
            foreach (Sentence sentence in paragraph.Sentences)
            {
                if (!bySentence.TryGetValue(sentence, out Problem? problem))
                {
                    sentences.Add(sentence);
                }
                else if (problem.Kind is ProblemKind.Foreign or ProblemKind.Repeated)
                {
                    findings.Add($"Taken out, since {problem.Reason}: “{sentence.Text}”");
                }
                else
                {
                    findings.Add($"Marked, since {problem.Reason}: “{sentence.Text}”");
                    sentences.Add(Mark(sentence, problem, evidence));
                }
            }

            if (sentences.Count > 0)
            {
                kept.Add(paragraph with { Sentences = sentences });
            }
        }

        return kept;
    }

    /// <summary>The sentence with its mark. A citation that leads nowhere must not look like one: its key goes into the mark.</summary>
    public static Sentence Mark(Sentence sentence, Problem problem, EvidenceSet evidence)
    {
        Citation[] lost = [.. sentence.Citations.Where(citation => evidence.Of(citation).Count == 0)];
        return sentence with
        {
            Citations = [.. sentence.Citations.Except(lost)],
            Lost = lost.Length == 0 ? null : [.. lost.Select(citation => citation.Locator is { } locator ? $"{citation.Key}, {locator}" : citation.Key).Distinct(StringComparer.Ordinal)],
            Mark = problem.Kind switch
            {
                ProblemKind.UnknownCitation when lost.Length == 0 => "unresolved: citation that cannot be followed",
                ProblemKind.UnknownCitation => $"unresolved: {string.Join("; ", lost.Select(citation => citation.Key).Distinct(StringComparer.Ordinal))}",
                ProblemKind.AlteredQuotation => "unverified: quotation not found in the source",
                _ => "unverified: number not found in the source",
            },
        };
    }
}
