using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing.Offline;

/// <summary>What reviewed sections of a chapter say, in short.</summary>
internal static class ChapterDigest
{
    /// <summary>How many phrases stand for a chapter.</summary>
    public const int TermsOfChapter = 10;

    /// <summary>The chapter's frame without its opening.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="chapter">The chapter.</param>
    /// <param name="reviews">Those of its sections that are to count.</param>
    /// <param name="texts">Takes the running text that it was made from.</param>
    public static ChapterFrame Of(ThesisSpec spec, OutlineChapter chapter, IReadOnlyList<SectionReview> reviews, out IReadOnlyList<string> texts)
    {
        List<string> read = [spec.Topic, .. spec.ResearchQuestions];
        List<string> themes = [];
        List<Claim> summary = [];
        foreach (OutlineSection section in chapter.Sections)
        {
            if (reviews.FirstOrDefault(review => review.Draft.SectionId == section.Id)?.Draft is not { } draft)
            {
                continue;
            }

            string asked = section.ResearchQuestion is { } index ? spec.ResearchQuestions[index] : section.Brief;
            read.AddRange(draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.IsBorrowed && sentence.Mark is null).Select(sentence => sentence.Text));
            themes.AddRange(draft.Themes.Take(1));
            summary.AddRange(CentralClaims.Of(draft.Paragraphs, asked, 1).Select(sentence => new Claim(sentence.Text, sentence.Citations, section.Id)));
        }

        texts = read;
        return new ChapterFrame(chapter.Id, [], summary)
        {
            Themes = [.. themes.Distinct(StringComparer.Ordinal)],
            Terms = KeyPhrases.Of(read, TermsOfChapter),
        };
    }
}
