using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using ThesisApp.Client;
using ThesisApp.Contracts.Runs;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Orchestrator.Tests.Upkeep;

/// <summary>Finished runs are removed after a time, by an orchestrator that is told to.</summary>
public sealed class RemovalTests(GarnetFixture store) : IClassFixture<GarnetFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finished_run_that_nobody_can_read_is_told_of_once_and_the_others_are_removed_time_after_time()
    {
        using Errors errors = new();
        await using WebApplicationFactory<Program> factory = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseSetting("ConnectionStrings:redis", store.ConnectionString);
            web.UseSetting("Upkeep:Interval", "00:00:00.050");
            web.UseSetting("Upkeep:Retention", "00:00:01");
            web.UseSetting("Logging:LogLevel:Default", "Error");
            web.ConfigureLogging(logging => logging.ClearProviders().AddProvider(errors));
        });
        ThesisClient client = new(factory.CreateClient());
        string unreadable = await FinishAsync(client);
        IDatabase database = store.Connection.GetDatabase();
        await database.KeyDeleteAsync($"{{run:{unreadable}}}:meta");
        await database.StringSetAsync($"{{run:{unreadable}}}:meta", "forged");

        // Each of them is gone with a removal of its own, and each of these has met the one that stays.
        for (int i = 0; i < 3; i++)
        {
            string finished = await FinishAsync(client);
            await Eventually.TrueAsync(async token => await client.FindRunAsync(finished, token) is null, () => $"{finished} to be removed", Cancellation);
        }

        Assert.Single(errors.Messages, message => message.StartsWith($"Run {unreadable} is not removed", StringComparison.Ordinal));
        Assert.True(await database.KeyExistsAsync($"{{run:{unreadable}}}:meta"));
    }

    private static async Task<string> FinishAsync(ThesisClient client)
    {
        RunInfo run = await client.SubmitAsync(Samples.Submission(sources: "notes/one.md"), Cancellation);
        await client.CancelAsync(run.Id, Cancellation);
        return run.Id;
    }

    private sealed class Errors : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Messages { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Messages.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
