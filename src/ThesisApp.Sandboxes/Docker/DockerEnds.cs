using System.Collections.Concurrent;

namespace ThesisApp.Sandboxes.Docker;

/// <summary>
/// How containers have ended. The engine tells of every one of the pool, whoever started it, and of some after they were removed, so nobody may ever ask: of those that have ended only the latest are kept.
/// </summary>
/// <param name="most">Most ends that are kept.</param>
internal sealed class DockerEnds(int most = DockerEnds.Most)
{
    /// <summary>Most ends that are kept unless something else is said: far more than end between two looks of whoever waits for them.</summary>
    public const int Most = 1_000;

    private readonly ConcurrentDictionary<string, End> _ends = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<KeyValuePair<string, End>> _ended = new();

    /// <summary>Sandboxes that are known, whether they have ended or not.</summary>
    public int Count => _ends.Count;

    /// <summary>Completes with the end of a sandbox.</summary>
    public Task<SandboxExit> Of(string id) => Find(id).Exit.Task;

    /// <summary>The end of a sandbox, or null as long as none is known.</summary>
    public SandboxExit? Known(string id) => _ends.TryGetValue(id, out End? end) && end.Exit.Task is { IsCompletedSuccessfully: true } exit ? exit.Result : null;

    /// <summary>Notes that a process of a sandbox was ended for want of memory.</summary>
    public void NoteOutOfMemory(string id) => Find(id).IsOutOfMemory = true;

    /// <summary>Notes the end of a sandbox.</summary>
    /// <param name="id">The sandbox.</param>
    /// <param name="exitCode">Its exit code; null if it is not known.</param>
    public void Note(string id, int? exitCode)
    {
        End end = Find(id);
        if (!end.Exit.TrySetResult(new SandboxExit(exitCode, end.IsOutOfMemory)))
        {
            return;
        }

        _ended.Enqueue(KeyValuePair.Create(id, end));
        while (_ended.Count > most && _ended.TryDequeue(out KeyValuePair<string, End> oldest))
        {
            // Unless it was forgotten, and its id used again.
            _ends.TryRemove(oldest);
        }
    }

    /// <summary>Forgets a sandbox, so that its id can be used again. Whoever still waits for its end has missed it.</summary>
    public void Forget(string id)
    {
        if (_ends.TryRemove(id, out End? end))
        {
            end.Exit.TrySetResult(SandboxExit.Unseen);
        }
    }

    private End Find(string id) => _ends.GetOrAdd(id, _ => new End());

    private sealed class End
    {
        public TaskCompletionSource<SandboxExit> Exit { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsOutOfMemory { get; set; }
    }
}
