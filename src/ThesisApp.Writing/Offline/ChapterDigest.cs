using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Offline;

/// <summary>What reviewed sections of a chapter say, in short.</summary>
internal static class ChapterDigest
{
    /// <summary>How many phrases stand for a chapter.</summary>
    public const int TermsOfChapter = 10;

    private const int Considered = 3;

    /// <summary>The chapter's frame without its opening.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="chapter">The chapter.</param>
    /// <param name="reviews">Those of its sections that are to count.</param>
    /// <param name="casing">What its running text tells of names.</param>
    public static ChapterFrame Of(ThesisSpec spec, OutlineChapter chapter, IReadOnlyList<SectionReview> reviews, out Casing casing)
    {
        Phrasebook book = Phrasebook.For(spec.Language);
        (OutlineSection Section, SectionDraft Draft)[] sections =
        [
            .. chapter.Sections.Select(section => (section, reviews.FirstOrDefault(review => review.Draft.SectionId == section.Id)?.Draft)).Where(entry => entry.Draft is not null).Select(entry => (entry.section, entry.Draft!)),
        ];
        string[] read =
        [
            spec.Topic,
            .. spec.ResearchQuestions,
            .. sections.SelectMany(entry => entry.Draft.Paragraphs).SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.IsBorrowed && sentence.Mark is null).Select(sentence => sentence.Borrowed),
        ];
        casing = new Casing(read);
        List<string> themes = [];
        List<Claim> summary = [];
        foreach ((OutlineSection section, SectionDraft draft) in sections)
        {
            themes.AddRange(draft.Themes.Take(1));
            summary.AddRange((Named(draft) ?? Found(spec, section, draft, casing, book)) is { } claim ? [claim] : []);
        }

        return new ChapterFrame(chapter.Id, [], summary)
        {
            Themes = [.. themes.Distinct(StringComparer.Ordinal)],
            Terms = KeyPhrases.Of(read, TermsOfChapter),
        };
    }

    // What the section itself gives as its weightiest, so that the abstract says what the answers say; unless the review has marked it or taken it out.
    private static Claim? Named(SectionDraft draft)
    {
        HashSet<string> standing = draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.IsBorrowed && sentence.Mark is null).Select(sentence => sentence.Borrowed).ToHashSet(StringComparer.Ordinal);
        return draft.Telling.FirstOrDefault(claim => standing.Contains(claim.Text));
    }

    // One that words can lead into, if it is nearly as good.
    private static Claim? Found(ThesisSpec spec, OutlineSection section, SectionDraft draft, Casing casing, Phrasebook book)
    {
        string? question = section.ResearchQuestion is { } index ? spec.ResearchQuestions[index] : null;
        Claim[] claims =
        [
            .. CentralClaims.Of(draft.Paragraphs, question ?? section.Brief, Considered, book, QuestionKind.Of(question, book))
                .Select(sentence => new Claim(sentence.Borrowed, sentence.Citations, section.Id) { BehindLead = casing.BehindLead(sentence.Borrowed) }),
        ];
        return claims.FirstOrDefault(claim => claim.BehindLead is not null) ?? claims.FirstOrDefault();
    }
}
