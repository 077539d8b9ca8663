using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Writing.Offline;

/// <summary>The opening of a chapter: what it is for, and what each of its sections treats.</summary>
internal static class ChapterPhrases
{
    private static readonly string[] Middle = ["{0} turns to {1}", "{0} treats {1}", "{0} is given to {1}", "{0} goes on to {1}", "{0} takes up {1}", "{0} deals with {1}"];

    public static string Opening(OutlineChapter chapter, string topic)
    {
        string title = Phrases.Small(chapter.Title);
        return chapter.Sections[0].Role switch
        {
            SectionRoles.Introduction => $"This chapter introduces the subject of the thesis, {topic}, and the questions that it asks.",
            SectionRoles.Literature => $"This chapter reviews what the sources say on {topic}.",
            SectionRoles.Framework => $"This chapter sets out the {title} through which the case is read.",
            SectionRoles.Methodology => "This chapter explains how the study was designed and carried out, and where its limits lie.",
            SectionRoles.Case or SectionRoles.Results => "This chapter first presents the case and then what the sources show on each question.",
            SectionRoles.Discussion => "This chapter asks what the findings mean, how far they reach, and what remains to be done.",
            SectionRoles.Conclusion => "This chapter brings the thesis to its end.",
            _ => $"This chapter is about {title}.",
        };
    }

    public static Sentence Section(OutlineSection section, int index, int count, IReadOnlyList<string> terms)
    {
        string place = $"{{ref:{section.Id}}}";
        string form = index == 0
            ? "{0} begins with {1}"
            : index == count - 1 && count > 2 ? "{0} closes with {1}" : Middle[(index + (int)(Text.StableHash.Of(section.ChapterId) % (uint)Middle.Length)) % Middle.Length];
        string detail = terms.Count > 0 ? $", with attention to {Phrases.List(terms)}" : string.Empty;
        string text = string.Format(CultureInfo.InvariantCulture, form, place, Phrases.Small(TitleOf(section))) + detail + ".";
        return new Sentence(text, [], [section.Id]);
    }

    private static string TitleOf(OutlineSection section) => section.Title.Replace(": ", " on ", StringComparison.Ordinal);
}
