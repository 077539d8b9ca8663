namespace ThesisApp.Core.Drafts;

/// <summary>Makes one text of a chapter's sections, which were written at the same time: what its frame says is repeated goes, and transitions come in. What a person has written or locked stays as it is.</summary>
public static class ChapterPass
{
    /// <summary>The manuscript with its chapters made one text each.</summary>
    /// <param name="manuscript">The manuscript.</param>
    /// <param name="held">Sections that a person has written or locked.</param>
    public static Manuscript Apply(Manuscript manuscript, IReadOnlySet<string> held)
    {
        ArgumentNullException.ThrowIfNull(manuscript);
        ArgumentNullException.ThrowIfNull(held);
        if (manuscript.Chapters.All(frame => frame.Transitions is null && frame.Repeated is null))
        {
            return manuscript;
        }

        Dictionary<string, string> transitions = manuscript.Chapters.SelectMany(frame => frame.Transitions ?? []).DistinctBy(transition => transition.SectionId).ToDictionary(transition => transition.SectionId, transition => transition.Text, StringComparer.Ordinal);
        ILookup<string, string> repeated = manuscript.Chapters.SelectMany(frame => frame.Repeated ?? []).ToLookup(sentence => sentence.SectionId, sentence => sentence.Text, StringComparer.Ordinal);
        return manuscript with
        {
            Chapters = [.. manuscript.Chapters.Select(frame => frame.Repeated is null ? frame : frame with { Repeated = [.. frame.Repeated.Where(sentence => !held.Contains(sentence.SectionId))] })],
            Sections =
            [
                .. manuscript.Sections.Select(review => held.Contains(review.Draft.SectionId)
                    ? review
                    : review with { Draft = review.Draft with { Paragraphs = Pass(review.Draft.Paragraphs, [.. repeated[review.Draft.SectionId]], transitions.GetValueOrDefault(review.Draft.SectionId)) } }),
            ],
        };
    }

    /// <summary>True if a sentence may be taken out of its section: own words, and no question, mark or announcement.</summary>
    /// <param name="paragraph">Its paragraph.</param>
    /// <param name="sentence">The sentence.</param>
    public static bool MayGo(Paragraph paragraph, Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        ArgumentNullException.ThrowIfNull(sentence);
        return paragraph.Kind == ParagraphKind.Text && paragraph.Sentences.Count > 1 && sentence is { Verbatim: null, Quoted: null, Mark: null, CitedWithNext: false } && !sentence.Text.Contains('?', StringComparison.Ordinal) && !TableMention.Passages(sentence.Text).Any();
    }

    // A paragraph keeps at least one sentence, whatever is said of the others.
    private static Paragraph[] Pass(IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<string> repeated, string? transition)
    {
        List<Paragraph> passed = [];
        foreach (Paragraph paragraph in paragraphs)
        {
            Sentence[] kept = [.. paragraph.Sentences.Where(sentence => !(repeated.Contains(sentence.Text, StringComparer.Ordinal) && MayGo(paragraph, sentence)))];
            passed.Add(kept.Length == 0 ? paragraph : paragraph with { Sentences = kept });
        }

        if (transition is null || passed.Count == 0)
        {
            return [.. passed];
        }

        Sentence lead = new(transition, [], []);
        return passed[0].Kind == ParagraphKind.Text
            ? [passed[0] with { Sentences = [lead, .. passed[0].Sentences] }, .. passed.Skip(1)]
            : [new Paragraph(ParagraphKind.Text, [lead]), .. passed];
    }
}
