using System.Collections.Concurrent;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Usage;

namespace ThesisApp.Models.Tests.Support;

/// <summary>Remembers what it is told of calls.</summary>
internal sealed class CallRecorder : ICallObserver
{
    public ConcurrentQueue<CallUsage> Paid { get; } = [];

    public ConcurrentQueue<int> Progress { get; } = [];

    public Task StartingAsync(string model, bool hasPrice, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Writing(string stage, int characters) => Progress.Enqueue(characters);

    public Task PaidAsync(CallUsage usage, CancellationToken cancellationToken)
    {
        Paid.Enqueue(usage);
        return Task.CompletedTask;
    }
}
