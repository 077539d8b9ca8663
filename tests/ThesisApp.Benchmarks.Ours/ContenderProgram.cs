using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace ThesisApp.Benchmarks.Ours;

/// <summary>Our board as one contender among others: a program with the verbs that every peer has.</summary>
internal static class ContenderProgram
{
    /// <summary>Does what a verb asks.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        await using ServiceProvider services = await ContenderServices.ConnectAsync(ContenderSettings.Server, cancellationToken);
        ProducerVerbs producer = new(services);
        switch (arguments)
        {
            case ["worker", var concurrency, var barrier, var folder]:
                await WorkerVerb.RunAsync(services, Count(concurrency), barrier, folder, cancellationToken);
                return 0;
            case ["fill", var count]:
                return Say(await producer.FillAsync(Count(count), cancellationToken));
            case ["ingest"]:
                return Say(await producer.SubmitSourceAsync(cancellationToken));
            case ["latency", var count]:
                return Say(await new LatencyVerb(services).RunAsync(Count(count), cancellationToken));
            case ["dag", var count]:
                return Say(await producer.SubmitGraphsAsync(Count(count), cancellationToken));
            case ["one", var seconds]:
                return Say(await producer.SubmitSleepAsync(double.Parse(seconds, CultureInfo.InvariantCulture), cancellationToken));
            case ["result", var run]:
                return Say(await producer.DescribeAsync(run, cancellationToken));
            case ["succeeded"]:
                return Say(await producer.CountSucceededAsync(cancellationToken));
            case ["clean"]:
                return Say(await producer.CleanAsync(cancellationToken));
            default:
                await Console.Error.WriteLineAsync("worker CONC BARRIER|- STARTDIR | fill N | latency N | dag RUNS | one SECONDS | result ID | ingest | succeeded | clean");
                return 2;
        }
    }

    private static int Count(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Say(string line)
    {
        Console.WriteLine(line);
        return 0;
    }
}
