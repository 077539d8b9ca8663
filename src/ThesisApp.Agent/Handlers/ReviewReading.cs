using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Revisions;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Handlers;

/// <summary>What reviewing and revising a section read.</summary>
/// <param name="Request">The draft and what it was made from.</param>
/// <param name="Proposals">The artifacts that it proposes.</param>
/// <param name="Inputs">All of it, as the key of a result.</param>
internal sealed record ReviewReading(ReviewRequest Request, IReadOnlyList<Artifact> Proposals, TaskInputs Inputs)
{
    /// <summary>Reads it.</summary>
    /// <param name="context">The task.</param>
    /// <param name="section">Its section.</param>
    /// <param name="version">The version of who does it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<ReviewReading> ReadAsync(TaskContext context, OutlineSection section, string version, CancellationToken cancellationToken)
    {
        SectionDraft draft = await context.ReadAsync(ArtifactNames.Draft(section.Id), CoreJson.Default.SectionDraft, cancellationToken);
        SectionAllotment allotment = await context.ReadAsync(ArtifactNames.Allotment(section.Id), CoreJson.Default.SectionAllotment, cancellationToken);
        Bibliography bibliography = await context.ReadAsync(ArtifactNames.Bibliography, CoreJson.Default.Bibliography, cancellationToken);
        IReadOnlyList<Artifact> proposals = await context.ReadManyAsync(
            [.. section.Gives.Select(ArtifactNames.Proposal)], CoreJson.Default.Artifact, cancellationToken);
        IReadOnlyList<Artifact> needed = await context.ReadArtifactsAsync(section.Needs, cancellationToken);
        ThesisSpec spec = (await context.ReadSpecAsync(cancellationToken)).ForWriting();

        (SectionResearch? research, IReadOnlyList<SharedAbbreviation> abbreviations) = await context.ReadBesideAsync(allotment, cancellationToken);

        // Of the bibliography the keys count here, not how a work is described.
        string[] keys = [.. bibliography.Entries.Select(entry => entry.Key)];
        TaskInputs inputs = new TaskInputs(context.Lease.Task.Kind, section.Id, version)
            .Add("specification", spec, CoreJson.Default.ThesisSpec)
            .Add("section", section, CoreJson.Default.OutlineSection)
            .Add("draft", draft, CoreJson.Default.SectionDraft)
            .Add("passages", allotment, CoreJson.Default.SectionAllotment)
            .Add("citation keys", keys, CoreJson.Default.StringArray)
            .Add("proposals", proposals, CoreJson.Default.IReadOnlyListArtifact)
            .AddArtifacts(needed)
            .AddAbbreviations(abbreviations)
            .AddResearch(research);
        return new ReviewReading(
            new ReviewRequest(spec, section, draft, allotment, bibliography, needed) { Abbreviations = abbreviations, Found = research?.Passages ?? [] }, proposals, inputs);
    }

    /// <summary>The same with what users want changed; unchanged where that is nothing.</summary>
    public ReviewReading With(IReadOnlyList<SectionComment> comments)
    {
        if (comments.Count == 0)
        {
            return this;
        }

        Inputs.Add("comments", comments, CoreJson.Default.IReadOnlyListSectionComment);
        return this with { Request = Request with { Comments = comments } };
    }

    /// <summary>The same with what its reviewer wants changed; unchanged where no task of its own has asked.</summary>
    public ReviewReading With(SectionVerdict? verdict)
    {
        if (verdict is null)
        {
            return this;
        }

        Inputs.Add("verdict", verdict, CoreJson.Default.SectionVerdict);
        return this with { Request = Request with { Verdict = verdict } };
    }
}
