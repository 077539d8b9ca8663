using System.Collections.Concurrent;
using ThesisApp.Models.Calls;

namespace ThesisApp.Models.Tests.Support;

/// <summary>A gate that is open, and remembers who asked for a pause.</summary>
internal sealed class FreeGate : ICallGate
{
    public ConcurrentQueue<TimeSpan> Holds { get; } = [];

    public ConcurrentQueue<int> Settled { get; } = [];

    public Task<Func<int, CancellationToken, Task>> EnterAsync(string endpoint, int estimatedTokens, CancellationToken cancellationToken) =>
        Task.FromResult<Func<int, CancellationToken, Task>>((tokens, _) =>
        {
            Settled.Enqueue(tokens);
            return Task.CompletedTask;
        });

    public Task HoldAsync(string endpoint, TimeSpan pause, CancellationToken cancellationToken)
    {
        Holds.Enqueue(pause);
        return Task.CompletedTask;
    }
}
