using System.Text;
using System.Text.Json;
using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Bibliographies;

namespace ThesisApp.Agent.Handlers;

/// <summary>What several handlers read of a run.</summary>
internal static class RunReading
{
    public static async Task<ThesisSpec> ReadSpecAsync(this TaskContext context, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> yaml = await context.ReadInputAsync(RunInputs.Spec, cancellationToken)
            ?? throw new TaskFailedException("The run has no specification. Submit it again.");
        SpecReadResult read = SpecReader.Read(Encoding.UTF8.GetString(yaml.Span), "thesis.yaml");
        // What a run may cost and whom it waits for changes nothing in its text, and must not make anything be done again.
        return read.Spec is { } spec ? spec with { Budget = null, Approve = null } : throw new TaskFailedException("The specification is not valid: " + string.Join(" ", read.Diagnostics));
    }

    public static Task<Outline> ReadOutlineAsync(this TaskContext context, CancellationToken cancellationToken) =>
        context.ReadAsync(ArtifactNames.Outline, CoreJson.Default.Outline, cancellationToken);

    public static async Task<Bibliography> ReadBibliographyInputAsync(this TaskContext context, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte>? text = await context.ReadInputAsync(RunInputs.Bibliography, cancellationToken);
        return text is { } bytes ? BibTexReader.Read(bytes.Span) : new Bibliography([], []);
    }

    /// <summary>File names of the sources, in ordinal order.</summary>
    public static async Task<IReadOnlyList<string>> ListSourceFilesAsync(this TaskContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> inputs = await context.Runs.ListInputsAsync(context.Lease.RunId, cancellationToken);
        return [.. inputs.Where(name => name.StartsWith(RunInputs.SourcePrefix, StringComparison.Ordinal)).Select(name => name[RunInputs.SourcePrefix.Length..])];
    }

    public static async Task<IReadOnlyList<SourceDocument>> ReadSourcesAsync(this TaskContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> files = await context.ListSourceFilesAsync(cancellationToken);
        return await context.ReadManyAsync([.. files.Select(ArtifactNames.Source)], CoreJson.Default.SourceDocument, cancellationToken);
    }

    public static Task<IReadOnlyList<Artifact>> ReadArtifactsAsync(this TaskContext context, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        context.ReadManyAsync([.. names.Select(ArtifactNames.Artifact)], CoreJson.Default.Artifact, cancellationToken);

    public static Task<IReadOnlyList<SectionReview>> ReadReviewsAsync(this TaskContext context, IEnumerable<OutlineSection> sections, CancellationToken cancellationToken) =>
        context.ReadManyAsync([.. sections.Select(section => ArtifactNames.Review(section.Id))], CoreJson.Default.SectionReview, cancellationToken);

    public static Task<IReadOnlyList<ChapterFrame>> ReadFramesAsync(this TaskContext context, IEnumerable<OutlineChapter> chapters, CancellationToken cancellationToken) =>
        context.ReadManyAsync([.. chapters.Select(chapter => ArtifactNames.Frame(chapter.Id))], CoreJson.Default.ChapterFrame, cancellationToken);

    /// <summary>What a section is given beside its passages, where a chat model writes: what was looked up for it, and the abbreviations of its passages that all sections use alike.</summary>
    public static async Task<(SectionResearch? Research, IReadOnlyList<SharedAbbreviation> Abbreviations)> ReadBesideAsync(this TaskContext context, SectionAllotment allotment, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReadOnlyMemory<byte>?> stored = await context.Blackboard.ReadManyAsync(context.Lease.RunId, [ArtifactNames.Research(allotment.SectionId), ArtifactNames.Abbreviations], cancellationToken);
        IReadOnlyList<SharedAbbreviation>? shared = stored[1] is { } bytes ? JsonSerializer.Deserialize(bytes.Span, CoreJson.Default.IReadOnlyListSharedAbbreviation) : null;
        return (stored[0] is { } found ? JsonSerializer.Deserialize(found.Span, CoreJson.Default.SectionResearch) : null, AbbreviationPlan.Of(shared ?? [], allotment));
    }

    public static OutlineSection SectionOf(this TaskContext context, Outline outline) =>
        outline.Sections.FirstOrDefault(section => section.Id == context.Subject)
            ?? throw new TaskFailedException($"The outline has no section '{context.Subject}'.");
}
