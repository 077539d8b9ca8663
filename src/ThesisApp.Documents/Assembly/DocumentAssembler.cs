using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Citations;

namespace ThesisApp.Documents.Assembly;

/// <summary>Puts the document together: numbers, citations in their style, cross-references, exactly the works cited. The same manuscript gives the same document.</summary>
public static class DocumentAssembler
{
    /// <summary>Assembles a manuscript. What does not resolve is marked in the text, never dropped in silence.</summary>
    public static ThesisDocument Assemble(Manuscript manuscript)
    {
        ArgumentNullException.ThrowIfNull(manuscript);
        Dictionary<string, BibliographyEntry> entries = manuscript.Bibliography.Entries.DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        BibliographyEntry[] cited = [.. CitedKeys(manuscript).Select(entries.GetValueOrDefault).OfType<BibliographyEntry>()];
        ICitationStyle style = CitationStyles.Create(manuscript.Spec.CitationStyle, cited, manuscript.Spec.Language);
        BlockSetter setter = new(style, cited, manuscript.Outline, DocumentWords.For(manuscript.Spec.Language), Numbers(manuscript, paragraph => paragraph.Table is not null), Numbers(manuscript, paragraph => paragraph.Figure is not null));

        Dictionary<string, ChapterFrame> frames = manuscript.Chapters.ToDictionary(frame => frame.ChapterId, StringComparer.Ordinal);
        Dictionary<string, SectionReview> sections = manuscript.Sections.ToDictionary(section => section.Draft.SectionId, StringComparer.Ordinal);
        DocumentChapter[] chapters = [.. manuscript.Outline.Chapters.Select(chapter => SetChapter(chapter, frames, sections, setter))];
        string text = string.Join('\n', chapters.SelectMany(chapter => chapter.Sections).SelectMany(section => section.Blocks).Select(block => block.PlainText()));
        return new ThesisDocument(
            manuscript.Spec.Title,
            TitlePage(manuscript.Spec),
            manuscript.Spec.Language,
            setter.Set(manuscript.FrontMatter.Abstract),
            manuscript.FrontMatter.Keywords,
            Statement(manuscript),
            chapters,
            [.. style.Order(cited).Select(entry => new DocumentReference(entry, style.Reference(entry)))])
        {
            Abbreviations = AbbreviationList.Of(text, manuscript.Abbreviations),
        };
    }

    // In reading order, whoever wrote what, and when.
    private static Dictionary<string, int> Numbers(Manuscript manuscript, Func<Paragraph, bool> counts)
    {
        ILookup<string, SectionReview> sections = manuscript.Sections.ToLookup(section => section.Draft.SectionId, StringComparer.Ordinal);
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        foreach (Citation citation in manuscript.Outline.Sections.SelectMany(section => sections[section.Id]).SelectMany(review => review.Draft.Paragraphs)
            .Where(counts).SelectMany(paragraph => paragraph.Sentences.Take(1)).SelectMany(sentence => sentence.Citations.Take(1)))
        {
            numbers.TryAdd(citation.PassageId, numbers.Count + 1);
        }

        return numbers;
    }

    private static DocumentChapter SetChapter(
        OutlineChapter chapter, Dictionary<string, ChapterFrame> frames, Dictionary<string, SectionReview> sections, BlockSetter setter) => new(
            chapter.Id,
            chapter.Number,
            chapter.Title,
            frames.TryGetValue(chapter.Id, out ChapterFrame? frame) ? setter.Set(frame.Opening) : [],
            [.. chapter.Sections.Select(section => new DocumentSection(
                section.Id,
                section.Number,
                section.Title,
                sections.TryGetValue(section.Id, out SectionReview? review) ? setter.Set(review.Draft.Paragraphs) : []))]);

    // In reading order, which is what numeric styles number by: whichever agent wrote what, and when.
    private static IEnumerable<string> CitedKeys(Manuscript manuscript)
    {
        ILookup<string, ChapterFrame> frames = manuscript.Chapters.ToLookup(frame => frame.ChapterId, StringComparer.Ordinal);
        ILookup<string, SectionReview> sections = manuscript.Sections.ToLookup(section => section.Draft.SectionId, StringComparer.Ordinal);
        return manuscript.FrontMatter.Abstract
            .Concat(manuscript.Outline.Chapters.SelectMany(chapter => frames[chapter.Id].SelectMany(frame => frame.Opening)
                .Concat(chapter.Sections.SelectMany(section => sections[section.Id].SelectMany(review => review.Draft.Paragraphs)))))
            .SelectMany(paragraph => paragraph.Sentences)
            .SelectMany(sentence => WorkMention.Keys(sentence.Text).Concat(sentence.Citations.Select(citation => citation.Key)))
            .Distinct(StringComparer.Ordinal);
    }

    // What a person has written is known only now. A thesis that agents alone have written has the statement as it was made with the abstract.
    private static string Statement(Manuscript manuscript)
    {
        if (manuscript.Spec.AiStatement == false)
        {
            return string.Empty;
        }

        HashSet<string> byPerson = [.. manuscript.Sections.Where(section => section.Draft.Paragraphs.Any(paragraph => paragraph.Sentences.Any(sentence => sentence.Verbatim is not null))).Select(section => section.Draft.SectionId)];
        string[] numbers = [.. manuscript.Outline.Sections.Where(section => byPerson.Contains(section.Id)).Select(section => section.Number)];
        DocumentWords words = DocumentWords.For(manuscript.Spec.Language);
        return numbers.Length == 0
            ? manuscript.FrontMatter.Statement
            : $"{manuscript.FrontMatter.Statement} {(numbers.Length == 1 ? words.ByPerson : words.SeveralByPerson).Replace("{0}", string.Join(", ", numbers), StringComparison.Ordinal)}";
    }

    private static string[] TitlePage(ThesisSpec spec)
    {
        DocumentWords words = DocumentWords.For(spec.Language);
        return [.. new[] { spec.Author, spec.Degree, spec.Institution, spec.Supervisor is { } supervisor ? $"{words.Supervisor}{words.Colon} {supervisor}" : null, spec.Date }.OfType<string>()];
    }
}
