namespace ThesisApp.Benchmarks;

/// <summary>One thing to measure.</summary>
internal interface IMeasurement
{
    /// <summary>Prints its settings, measures, and prints each run's details.</summary>
    Task<IReadOnlyList<Result>> RunAsync(TextWriter output, CancellationToken cancellationToken);
}
