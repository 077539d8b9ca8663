using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>The model that the agents write with, and the agents that can.</summary>
internal interface ISpeedupModel : IAsyncDisposable
{
    /// <summary>How long it takes, in words.</summary>
    string Pace { get; }

    /// <summary>Starts an agent that writes with it.</summary>
    /// <param name="thesis">What it will write.</param>
    /// <param name="environment">What an agent is told.</param>
    ProgramProcess StartAgent(SpeedupThesis thesis, IReadOnlyDictionary<string, string> environment);

    /// <summary>Takes hardly any time from now on, for warming up, or that of a model.</summary>
    /// <param name="thesis">What is to be written.</param>
    /// <param name="waits">Whether it takes a model's time.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task WaitAsync(SpeedupThesis thesis, bool waits, CancellationToken cancellationToken);

    /// <summary>Seconds of model time that a task takes of it, or null where only the model knows.</summary>
    double? SecondsOf(string kind, string taskId, int words);
}
