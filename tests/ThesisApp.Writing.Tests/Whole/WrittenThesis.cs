using System.Text;
using ThesisApp.Core.Checks;
using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Assembly;
using ThesisApp.Documents.Bibliographies;
using ThesisApp.Documents.Export;
using ThesisApp.Documents.Sources;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Whole;

/// <summary>A whole thesis, written offline from a folder of the tests' data in the order in which tasks would be done, without a store or agents.</summary>
internal sealed record WrittenThesis(ThesisSpec Spec, Manuscript Manuscript, ThesisDocument Document, DocumentReport Report, string Markdown)
{
    /// <summary>Writes the thesis of a folder under <c>Data</c>.</summary>
    public static async Task<WrittenThesis> OfAsync(string folder, CancellationToken cancellationToken)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Data", folder);
        SpecReadResult read = SpecReader.Read(await File.ReadAllTextAsync(Path.Combine(path, "thesis.yaml"), cancellationToken), "thesis.yaml");
        Assert.Empty(read.Diagnostics);
        ThesisSpec spec = read.Spec!;
        Bibliography given = BibTexReader.Read(await File.ReadAllBytesAsync(Path.Combine(path, "references.bib"), cancellationToken));
        List<SourceDocument> sources = [];
        foreach (string file in Directory.GetFiles(Path.Combine(path, "sources")).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file);
            sources.Add(SourceReader.Read(name, await File.ReadAllBytesAsync(file, cancellationToken), SourceMatcher.FindKey(name, given) ?? Path.GetFileNameWithoutExtension(file)));
        }

        Bibliography bibliography = BibliographyBuilder.Complete(given, sources);
        Outline outline = OutlineBuilder.Build(spec);
        Dictionary<string, SectionAllotment> allotments = Writers.Allotter.Allot(spec, outline, sources, cancellationToken).ToDictionary(allotment => allotment.SectionId, StringComparer.Ordinal);

        Dictionary<string, Artifact> artifacts = new(StringComparer.Ordinal);
        foreach (OutlineArtifact artifact in outline.Artifacts)
        {
            IReadOnlyList<Passage> passages = Writers.Allotter.Search(sources, $"{artifact.Name} {artifact.Brief}", 12, cancellationToken);
            artifacts[artifact.Name] = await Writers.Offline.EstablishAsync(new EstablishRequest(spec, outline, artifact, [], passages), cancellationToken);
        }

        Dictionary<string, SectionReview> reviews = new(StringComparer.Ordinal);
        while (reviews.Count < outline.Sections.Count())
        {
            OutlineSection section = outline.Sections.First(section => !reviews.ContainsKey(section.Id) && section.Needs.All(artifacts.ContainsKey));
            Artifact[] needed = [.. section.Needs.Select(need => artifacts[need])];
            SectionWork work = await Writers.Offline.DraftAsync(new DraftRequest(spec, outline, section, needed, allotments[section.Id]), cancellationToken);
            ReviewedSection reviewed = await Writers.Reviewer.ReviewAsync(new ReviewRequest(spec, section, work.Draft, allotments[section.Id], bibliography, needed), cancellationToken);
            reviews[section.Id] = reviewed.Review;
            foreach (Artifact artifact in work.Artifacts)
            {
                artifacts[artifact.Name] = artifact;
            }
        }

        SectionReview[] ordered = [.. outline.Sections.Select(section => reviews[section.Id])];
        List<ChapterFrame> frames = [];
        foreach (OutlineChapter chapter in outline.Chapters)
        {
            frames.Add((await Writers.Offline.FrameAsync(new FrameRequest(spec, outline, chapter, [.. ordered.Where(review => review.Draft.SectionId.StartsWith(chapter.Id + "/", StringComparison.Ordinal))]), cancellationToken)).Text);
        }

        (FrontMatter front, _) = await Writers.Offline.WriteFrontMatterAsync(new FrontMatterRequest(spec, outline, frames, ordered, sources.Count), cancellationToken);
        Manuscript manuscript = new(spec, outline, front, frames, ordered, bibliography);
        ThesisDocument document = DocumentAssembler.Assemble(manuscript);
        return new WrittenThesis(spec, manuscript, document, DocumentChecks.Run(manuscript, document), Encoding.UTF8.GetString(MarkdownExporter.Export(document)["thesis.md"]));
    }
}
