namespace ThesisApp.Core.Drafts;

/// <summary>Makes one text of a chapter's sections, which were written at the same time: what its frame says is repeated goes, and transitions come in. What a person has written or locked stays as it is.</summary>
public static class ChapterPass
{
    /// <summary>The manuscript with its chapters made one text each; their frames tell what was really done.</summary>
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
        HashSet<(string Section, string Text)> gone = [];
        HashSet<string> led = new(StringComparer.Ordinal);
        SectionReview[] sections =
        [
            .. manuscript.Sections.Select(review => held.Contains(review.Draft.SectionId)
                ? review
                : review with { Draft = review.Draft with { Paragraphs = Lead(Thin(review.Draft, [.. repeated[review.Draft.SectionId]], gone), review.Draft.SectionId, transitions, led) } }),
        ];
        return manuscript with
        {
            Chapters =
            [
                .. manuscript.Chapters.Select(frame => frame with
                {
                    Repeated = frame.Repeated is null ? null : [.. frame.Repeated.Where(sentence => gone.Contains((sentence.SectionId, sentence.Text)))],
                    Transitions = frame.Transitions is null ? null : [.. frame.Transitions.Where(transition => led.Contains(transition.SectionId))],
                }),
            ],
            Sections = sections,
        };
    }

    /// <summary>True if a sentence may be taken out of its section: own words, and no question, mark or announcement.</summary>
    /// <param name="paragraph">Its paragraph.</param>
    /// <param name="sentence">The sentence.</param>
    public static bool MayGo(Paragraph paragraph, Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        ArgumentNullException.ThrowIfNull(sentence);
        return paragraph.Kind == ParagraphKind.Text && paragraph.Sentences.Count > 1 && sentence is { Verbatim: null, Quoted: null, Mark: null, CitedWithNext: false } && !sentence.Text.Contains('?', StringComparison.Ordinal) && !TableMention.Passages(sentence.Text).Any() && !FigureMention.Passages(sentence.Text).Any();
    }

    // A paragraph keeps at least one sentence, whatever is said of the others.
    private static List<Paragraph> Thin(SectionDraft draft, HashSet<string> repeated, HashSet<(string Section, string Text)> gone)
    {
        List<Paragraph> thinned = [];
        foreach (Paragraph paragraph in draft.Paragraphs)
        {
            ILookup<bool, Sentence> parted = paragraph.Sentences.ToLookup(sentence => repeated.Contains(sentence.Text) && MayGo(paragraph, sentence));
            if (!parted.Contains(false))
            {
                thinned.Add(paragraph);
                continue;
            }

            thinned.Add(paragraph with { Sentences = [.. parted[false]] });
            gone.UnionWith(parted[true].Select(sentence => (draft.SectionId, sentence.Text)));
        }

        return thinned;
    }

    private static Paragraph[] Lead(List<Paragraph> paragraphs, string sectionId, Dictionary<string, string> transitions, HashSet<string> led)
    {
        if (paragraphs.Count == 0 || !transitions.TryGetValue(sectionId, out string? transition))
        {
            return [.. paragraphs];
        }

        led.Add(sectionId);
        Sentence lead = new(transition, [], []);
        return paragraphs[0].Kind == ParagraphKind.Text
            ? [paragraphs[0] with { Sentences = [lead, .. paragraphs[0].Sentences] }, .. paragraphs.Skip(1)]
            : [new Paragraph(ParagraphKind.Text, [lead]), .. paragraphs];
    }
}
