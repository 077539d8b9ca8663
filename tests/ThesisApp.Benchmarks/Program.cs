using ThesisApp.Benchmarks;
using ThesisApp.Benchmarks.Measurements;
using ThesisApp.Benchmarks.Measurements.Sandboxes;
using ThesisApp.Benchmarks.Measurements.Scale;
using ThesisApp.Benchmarks.Measurements.SideBySide;
using ThesisApp.Benchmarks.Measurements.Speedup;
using ThesisApp.Benchmarks.Options;

if (args is [GarnetServerProcess.Argument])
{
    await GarnetServerProcess.ServeAsync();
    return 0;
}

if (args is [SpeedupAgent.Argument, var compression, var seed])
{
    await SpeedupAgent.ServeAsync(compression, seed);
    return 0;
}

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

// Name, whether it is part of 'all', and what it measures. 'all' is what needs no peers and takes minutes, not gigabytes.
(string Name, bool InAll, Func<BenchmarkOptions, IMeasurement> Create)[] choices =
[
    ("submission", true, _ => new SubmissionToDocuments()),
    ("board", true, _ => new BoardRoundTrip()),
    ("memory", true, _ => new IdleAgentMemory()),
    ("throughput", false, options => new Throughput(options)),
    ("latency", false, options => new DispatchLatency(options)),
    ("graph", false, options => new GraphRuns(options)),
    ("recovery", false, options => new Recovery(options)),
    ("cold", false, options => new ColdStart(options)),
    ("speedup", false, options => new SpeedupMeasurement(SpeedupSettings.Of(options))),
    ("resubmission", false, options => new Resubmission(options)),
    ("elastic", false, options => new ElasticPool(options)),
    ("sandbox", false, options => new SandboxStart(options)),
    ("scale", false, _ => new ScaleOfTheBoard(int.TryParse(Environment.GetEnvironmentVariable("SCALE_TASKS"), out int most) ? most : 1_000_000)),
];

try
{
    BenchmarkOptions options = BenchmarkOptions.Parse(args);
    IMeasurement[] chosen = [.. choices.Where(choice => choice.Name == options.Choice || (choice.InAll && options.Choice == "all")).Select(choice => choice.Create(options))];
    if (chosen.Length == 0)
    {
        throw new UsageException($"There is no benchmark '{options.Choice}'.");
    }

    Machine.Print(Console.Out);
    bool met = true;
    foreach (IMeasurement measurement in chosen)
    {
        foreach (Result result in await measurement.RunAsync(Console.Out, stop.Token))
        {
            result.Print(Console.Out);
            met &= result.IsMet;
        }
    }

    return met ? 0 : 1;
}
catch (UsageException exception)
{
    Console.Error.WriteLine(exception.Message);
    Console.Error.WriteLine($"Usage: dotnet run -c Release --project tests/ThesisApp.Benchmarks -- [{string.Join('|', choices.Select(choice => choice.Name).Append("all"))}] [options]");
    foreach ((string form, string meaning) in BenchmarkOptions.Forms)
    {
        Console.Error.WriteLine($"  {form,-22} {meaning}");
    }

    return 2;
}
