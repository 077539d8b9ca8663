using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;

namespace ThesisApp.Core.Checks;

/// <summary>Counts citations and follows each to its work.</summary>
internal static class CitationChecks
{
    public static ReportCitations Count(Manuscript manuscript, ThesisDocument document)
    {
        HashSet<string> listed = document.References.Select(reference => reference.Entry.Key).ToHashSet(StringComparer.Ordinal);
        int made = 0;
        List<string> unresolved = [];
        HashSet<string> marks = new(StringComparer.Ordinal);
        foreach ((string place, Paragraph paragraph) in Paragraphs(manuscript))
        {
            foreach (Sentence sentence in paragraph.Sentences.Where(sentence => sentence.Mark is not null))
            {
                marks.Add($"[{sentence.Mark}]");
                made += sentence.Lost?.Count ?? 0;
                unresolved.AddRange((sentence.Lost ?? []).Select(lost => $"{lost} in {place}"));
            }

            foreach (Citation citation in paragraph.Sentences.SelectMany(sentence => sentence.Citations))
            {
                made++;
                if (!listed.Contains(citation.Key))
                {
                    unresolved.Add($"{citation.Key} in {place}");
                    marks.Add($"[unresolved: {citation.Key}]");
                }
            }
        }

        int resolved = made - unresolved.Count;
        int marked = Inlines(document).Count(inline => inline.Kind == InlineKind.Unresolved && !marks.Contains(inline.Text));
        if (marked > 0)
        {
            unresolved.Add($"{marked} cross-references");
        }

        return new ReportCitations(made, resolved, unresolved);
    }

    private static IEnumerable<(string Place, Paragraph Paragraph)> Paragraphs(Manuscript manuscript) =>
        manuscript.FrontMatter.Abstract.Select(paragraph => ("abstract", paragraph))
            .Concat(manuscript.Chapters.SelectMany(chapter => chapter.Opening.Select(paragraph => (chapter.ChapterId, paragraph))))
            .Concat(manuscript.Sections.SelectMany(section => section.Draft.Paragraphs.Select(paragraph => (section.Draft.SectionId, paragraph))));

    private static IEnumerable<Inline> Inlines(ThesisDocument document) =>
        document.Chapters.SelectMany(chapter => chapter.Opening.Concat(chapter.Sections.SelectMany(section => section.Blocks)))
            .Concat(document.Abstract)
            .SelectMany(block => block.Items)
            .SelectMany(item => item);
}
