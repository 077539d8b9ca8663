using ThesisApp.Benchmarks;
using ThesisApp.Benchmarks.Measurements;
using ThesisApp.Benchmarks.Measurements.Scale;
using ThesisApp.Benchmarks.Measurements.Speedup;

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

SpeedupSettings? speedup = SpeedupSettings.Parse(args is ["speedup", .. var options] ? options : []);
args = args is ["speedup", ..] && speedup is not null ? ["speedup"] : args;

Dictionary<string, IMeasurement[]> choices = new(StringComparer.Ordinal)
{
    ["submission"] = [new SubmissionToDocuments()],
    ["board"] = [new BoardRoundTrip()],
    ["memory"] = [new IdleAgentMemory()],
};
choices["all"] = [.. choices.Values.SelectMany(measurements => measurements)];

// Takes minutes and gigabytes at its full size, so it is asked for by name; SCALE_TASKS makes it smaller.
choices["scale"] = [new ScaleOfTheBoard(int.TryParse(Environment.GetEnvironmentVariable("SCALE_TASKS"), out int most) ? most : 1_000_000)];

choices["speedup"] = [new SpeedupMeasurement(speedup ?? new SpeedupSettings())];

if (args.Length > 1 || !choices.TryGetValue(args.Length == 0 ? "all" : args[0], out IMeasurement[]? chosen))
{
    Console.Error.WriteLine($"Usage: dotnet run -c Release --project tests/ThesisApp.Benchmarks -- [{string.Join('|', choices.Keys)}]\n       ... -- {SpeedupSettings.Usage}");
    return 2;
}

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

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
