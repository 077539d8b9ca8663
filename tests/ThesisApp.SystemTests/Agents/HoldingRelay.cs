namespace ThesisApp.SystemTests.Agents;

/// <summary>Can hold back what the agent sends from its next large request on: a result that is on its way.</summary>
/// <param name="redis">Connection string of the Redis.</param>
internal sealed class HoldingRelay(string redis) : Relay(redis)
{
    // Whatever is not a result is far smaller, once the scripts have been loaded.
    private const int LargeBytes = 4_096;

    private volatile bool _armed;
    private volatile TaskCompletionSource _gate = new();
    private TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for the next large request, and holds it and all that follows.</summary>
    public Task HoldNextResultAsync(CancellationToken cancellationToken)
    {
        _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _armed = true;
        return _held.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets everything through again.</summary>
    public void LetGo()
    {
        _armed = false;
        _gate.TrySetResult();
    }

    public override ValueTask DisposeAsync()
    {
        LetGo();
        return base.DisposeAsync();
    }

    protected override async ValueTask<bool> PassAsync(ReadOnlyMemory<byte> sent, CancellationToken cancellationToken)
    {
        if (_armed && (sent.Length > LargeBytes || _held.Task.IsCompleted))
        {
            _held.TrySetResult();
            await _gate.Task.WaitAsync(cancellationToken);
        }

        return true;
    }
}
