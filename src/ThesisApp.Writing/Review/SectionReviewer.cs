using ThesisApp.Core.Drafts;
using ThesisApp.Core.Revisions;
using ThesisApp.Core.Sources;

namespace ThesisApp.Writing.Review;

/// <summary>Holds each borrowed sentence against its passage. What does not stand there word for word is taken out and named.</summary>
internal sealed class SectionReviewer : ISectionReviewer
{
    public string Version => "reviewer/2";

    public Maker Reviewer => new("rules, without a language model", Version, []);

    public Maker Reviser => Reviewer;

    public Task<ReviewedSection> ReviewAsync(ReviewRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new ReviewedSection(Review(request), null)
        {
            Comments = [.. request.Comments.Select(comment => new CommentOutcome(comment.Id, IsAddressed: false, "The offline writer cannot follow comments: it repeats what the sources say. Edit the section, or have a chat model write it."))],
        });
    }

    /// <summary>Reviews at once: no model is asked.</summary>
    internal static SectionReview Review(ReviewRequest request)
    {
        SectionDraft draft = request.Draft;
        Dictionary<string, Passage> passages = [];
        foreach (Passage passage in request.Allotment.Passages)
        {
            passages.TryAdd(passage.Id, passage);
        }

        HashSet<string> keys = request.Bibliography.Entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        HashSet<string> confirmed = request.Needed.SelectMany(artifact => artifact.Claims).Select(Identity).ToHashSet(StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> findings = [];
        List<Paragraph> paragraphs = [];
        foreach (Paragraph paragraph in draft.Paragraphs)
        {
            Sentence[] kept =
            [
                .. paragraph.Sentences.Where(sentence =>
                {
                    string? problem = Problem(sentence, passages, keys, confirmed, seen) ?? ProblemOfTable(paragraph, sentence, passages);
                    if (problem is not null)
                    {
                        findings.Add($"Taken out, since {problem}: “{sentence.Text}”");
                    }

                    return problem is null;
                }),
            ];

            // A paragraph that has lost all that it borrowed would be an announcement of nothing.
            bool hollow = kept.Length < paragraph.Sentences.Count && !kept.Any(sentence => sentence.IsBorrowed) && paragraph.Sentences.Any(sentence => sentence.IsBorrowed);
            if (kept.Length > 0 && !hollow)
            {
                paragraphs.Add(paragraph with { Sentences = kept });
            }
        }

        return new SectionReview(draft with { Paragraphs = paragraphs }, findings);
    }

    private static string? Problem(Sentence sentence, Dictionary<string, Passage> passages, HashSet<string> keys, HashSet<string> confirmed, HashSet<string> seen)
    {
        if (!seen.Add(Fold(sentence.Borrowed)))
        {
            return "it stands in the section already";
        }

        if (!Continues(sentence))
        {
            return "its words are not the source's";
        }

        if (WorkMention.Keys(sentence.Text).FirstOrDefault(key => !keys.Contains(key)) is { } unknown)
        {
            return $"the work '{unknown}' is not in the bibliography";
        }

        // What another section's review has confirmed may be repeated as it stands.
        bool repeated = sentence.IsBorrowed && confirmed.Contains(Identity(new Claim(sentence.Borrowed, sentence.Citations, null)));
        foreach (Citation citation in repeated ? [] : sentence.Citations)
        {
            if (!keys.Contains(citation.Key))
            {
                return $"the work '{citation.Key}' is not in the bibliography";
            }

            if (!passages.TryGetValue(citation.PassageId, out Passage? passage))
            {
                return $"the passage '{citation.PassageId}' was not given to this section";
            }

            if (passage.SourceId != citation.Key)
            {
                return $"the passage '{citation.PassageId}' is not of the work '{citation.Key}'";
            }

            if (!Fold(passage.Text).Contains(Fold(sentence.Borrowed), StringComparison.Ordinal))
            {
                return $"it does not stand in the passage '{citation.PassageId}'";
            }
        }

        return null;
    }

    // A table is its source's, cell by cell.
    private static string? ProblemOfTable(Paragraph paragraph, Sentence caption, Dictionary<string, Passage> passages) =>
        paragraph.Table is { } table && !table.SameAs(caption.Citations.Select(citation => passages.GetValueOrDefault(citation.PassageId)).FirstOrDefault()?.Table)
            ? "the table is not the source's"
            : null;

    // Own words may lead into a borrowed sentence; of it, only the first letter may be another.
    private static bool Continues(Sentence sentence) =>
        sentence.Quoted is not { Length: > 1 } borrowed
        || (sentence.Text.EndsWith(borrowed[1..], StringComparison.Ordinal)
            && sentence.Text.Length >= borrowed.Length
            && char.ToUpperInvariant(sentence.Text[^borrowed.Length]) == char.ToUpperInvariant(borrowed[0]));

    private static string Identity(Claim claim) => $"{Fold(claim.Text)}|{string.Join('|', claim.Citations.Select(citation => $"{citation.Key}#{citation.PassageId}"))}";

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
