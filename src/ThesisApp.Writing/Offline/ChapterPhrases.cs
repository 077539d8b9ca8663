using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Writing.Offline;

/// <summary>The opening of a chapter: what it is for, and what its sections treat.</summary>
internal static class ChapterPhrases
{
    /// <summary>The chapter's first paragraph.</summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="topic">The thesis's topic as it stands within a sentence.</param>
    /// <param name="casing">How headings stand within a sentence.</param>
    public static Paragraph Opening(OutlineChapter chapter, string topic, Casing casing)
    {
        Sentence purpose = new(Purpose(chapter, topic, casing), [], []);
        if (chapter.Sections.Count < 2)
        {
            return new Paragraph(ParagraphKind.Text, [purpose]);
        }

        string[] places = [.. chapter.Sections.Select(section => $"{Subject(section, casing)} ({{ref:{section.Id}}})")];
        Sentence plan = new(
            string.Create(CultureInfo.InvariantCulture, $"Its {Phrases.Number(places.Length)} sections treat {Theme.List(places)}."), [], [.. chapter.Sections.Select(section => section.Id)]);
        return new Paragraph(ParagraphKind.Text, [purpose, plan]);
    }

    private static string Purpose(OutlineChapter chapter, string topic, Casing casing) => chapter.Sections.Count == 0 ? "This chapter is empty." : chapter.Sections[0].Role switch
    {
        SectionRoles.Introduction => $"This chapter introduces the subject of the thesis, {topic}, and the questions that it asks.",
        SectionRoles.Literature => $"This chapter reviews what the literature says on {topic}.",
        SectionRoles.Framework => "This chapter sets out the concepts through which the case is read.",
        SectionRoles.Methodology => "This chapter explains how the study was designed and carried out, and where its limits lie.",
        SectionRoles.Case when chapter.Sections.Any(section => section.Role == SectionRoles.Results) => "This chapter presents the case and then what the sources show on each question.",
        SectionRoles.Case => "This chapter presents the case.",
        SectionRoles.Results => "This chapter presents what the sources show.",
        SectionRoles.Discussion => "This chapter asks what the findings mean, how far they reach and what remains to be done.",
        SectionRoles.Conclusion => "This chapter brings the thesis to its end.",
        _ => $"This chapter is about {casing.InSentence(chapter.Title)}.",
    };

    private static string Subject(OutlineSection section, Casing casing) => section.ResearchQuestion is { } index
        ? $"the {Phrases.Ordinal(index + 1)} research question"
        : casing.InSentence(section.Title.Replace(": ", ", ", StringComparison.Ordinal));
}
