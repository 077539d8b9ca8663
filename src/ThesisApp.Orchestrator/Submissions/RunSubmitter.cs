using System.Diagnostics;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Specification;

namespace ThesisApp.Orchestrator.Submissions;

/// <summary>Turns a checked submission into a run.</summary>
internal sealed class RunSubmitter(IRunStore runs, TimeProvider time)
{
    /// <summary>Creates the run, or finds the one that the same key created before.</summary>
    public async Task<SubmitResult> SubmitAsync(ThesisSpec spec, Submission submission, RunShare share, bool approveOutline, bool perChapter, string? idempotencyKey, CancellationToken cancellationToken)
    {
        string runId = idempotencyKey is null ? RunIds.New(time) : RunIds.ForKey(idempotencyKey);
        Dictionary<string, ReadOnlyMemory<byte>> inputs = new(StringComparer.Ordinal) { [RunInputs.Spec] = submission.Spec };
        foreach ((string path, byte[] content) in submission.Sources)
        {
            inputs.Add(RunInputs.Source(path), content);
        }

        foreach ((string path, byte[] content) in submission.Images)
        {
            inputs.Add(RunInputs.Image(path), content);
        }

        if (submission.Bibliography is { } bibliography)
        {
            inputs.Add(RunInputs.Bibliography, bibliography);
        }

        bool created = await runs.CreateAsync(
            new NewRun
            {
                Id = runId,
                Title = spec.Title,
                Tasks = RunPlanner.Start([.. submission.Sources.Select(source => source.Path)], approveOutline || spec.Approve == SpecReader.ApproveOutline, perChapter, spec.OutlineBy is not null),
                Inputs = inputs,
                Share = share,
                PerChapter = perChapter,
                TraceParent = Activity.Current?.Id,
            },
            cancellationToken);
        if (!created && !await HasInputsAsync(runId, inputs, cancellationToken))
        {
            return new SubmitResult(null, Created: false);
        }

        return new SubmitResult(await runs.FindAsync(runId, cancellationToken), created);
    }

    private async Task<bool> HasInputsAsync(string runId, Dictionary<string, ReadOnlyMemory<byte>> inputs, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> names = await runs.ListInputsAsync(runId, cancellationToken);
        if (names.Count != inputs.Count)
        {
            return false;
        }

        foreach (string name in names)
        {
            if (!inputs.TryGetValue(name, out ReadOnlyMemory<byte> sent)
                || await runs.ReadInputAsync(runId, name, cancellationToken) is not { } stored
                || !stored.Span.SequenceEqual(sent.Span))
            {
                return false;
            }
        }

        return true;
    }
}
