using ThesisApp.Agent.Handlers;
using ThesisApp.Agent.Work;
using ThesisApp.Core;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>A handler whose work takes as long as if a model did it, and is then done by the offline writer.</summary>
/// <param name="inner">The agent's own handler.</param>
/// <param name="model">How long the model would take.</param>
/// <param name="compression">How many seconds of model time pass in one second.</param>
/// <param name="time">The clock.</param>
internal sealed class WaitingHandler(ITaskHandler inner, ModelTime model, double compression, TimeProvider time) : ITaskHandler
{
    public string Kind => inner.Kind;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        PreparedTask prepared = await inner.PrepareAsync(context, cancellationToken);
        if (prepared.Thesis.StartsWith(SpeedupThesis.WarmUp, StringComparison.Ordinal))
        {
            return prepared;
        }

        TimeSpan wait = TimeSpan.FromSeconds(model.Seconds(Kind, context.Lease.Task.Id, await WordsAsync(context, cancellationToken)) / compression);
        return prepared with
        {
            Work = async token =>
            {
                await Task.Delay(wait, time, token);
                return await prepared.Work(token);
            },
        };
    }

    private async Task<int> WordsAsync(TaskContext context, CancellationToken cancellationToken)
    {
        if (Kind is not (TaskKinds.Draft or TaskKinds.Review))
        {
            return 0;
        }

        Outline outline = await context.ReadAsync(ArtifactNames.Outline, CoreJson.Default.Outline, cancellationToken);
        return outline.Sections.Single(section => section.Id == context.Subject).Words;
    }
}
