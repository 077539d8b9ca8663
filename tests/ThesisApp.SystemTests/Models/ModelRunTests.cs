using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Reports;
using ThesisApp.Contracts.Runs;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Models;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Models;

/// <summary>The whole system with a chat model that is a process of its own.</summary>
public sealed class ModelRunTests
{
    private static readonly string[] AllFaults =
    [
        "429-retry-after", "429", "500", "cut", "stall", "empty", "malformed-json", "invented-citation", "altered-quotation", "altered-number", "injection",
    ];

    [Fact(Timeout = Limits.Test)]
    public async Task With_every_fault_at_a_tenth_the_run_ends_and_nothing_that_does_not_hold_stands_unmarked()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using SimulatedModel model = await SimulatedModel.StartAsync(cancellation, "--fault-rate", "0.1", "--seed", "11", "--retry-after-ms", "100");
        SystemSettings settings = Settings(model, agents: 4, ("ConnectionStrings__embeddings", model.EmbeddingsConnectionString), ("Models__EmbeddingTimeout", "00:00:03"), ("Models__EmbeddingBatch", "16"));
        await using AppHostSystem system = await AppHostSystem.StartAsync(settings, cancellation);

        string run = await system.Runs.SubmitSampleAsync(cancellation);
        RunInfo ended = await system.Runs.WaitForEndAsync(run, cancellation);

        Assert.True(ended.State == RunState.Succeeded, ended.ToString());
        IReadOnlyDictionary<string, byte[]> documents = await system.Runs.DownloadAllAsync(run, cancellation);
        string thesis = Encoding.UTF8.GetString(documents["thesis.md"]);
        RunReport report = JsonSerializer.Deserialize(documents["report.json"], ContractsJson.Default.RunReport)!;
        ServedAccount account = await model.ReadAccountAsync(cancellation);

        // Each fault has happened: else nothing was shown.
        Assert.All(AllFaults, fault => Assert.Contains(account.Requests, request => request.Faults.Contains(fault)));
        Assert.True(report.Citations.Made > 100);
        Assert.Equal(report.Citations.Made, report.Citations.Resolved + report.Citations.Unresolved.Count);
        MustStandMarked("invented2031", "unresolved");
        MustStandMarked("allegedly", "unverified");
        MustStandMarked("987654", "unverified");
        Assert.DoesNotContain("Ignore all previous", thesis, StringComparison.Ordinal);
        MustBePaidOnce(account, report.Usage);

        // Embeddings were made of the sources and of what sections look for, with faults of their own.
        ServedRequest[] embedded = [.. account.Requests.Where(request => request.Task == "embed")];
        Assert.True(embedded.Length > 7 && embedded.Any(request => request.Faults.Count > 0), $"{embedded.Length} batches");
        Assert.Equal(embedded.Sum(request => request.InputTokens), report.Usage.Entries.Where(entry => entry.Stage == "embed").Sum(entry => entry.InputTokens));

        // A revision mends most of them, so there may be none left of a kind; how those are marked that stay is held by the writer's own tests.
        void MustStandMarked(string flaw, string mark) =>
            Assert.All(Sentences(thesis, flaw), sentence => Assert.Contains(mark, sentence, StringComparison.Ordinal));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task After_agents_are_killed_in_the_middle_of_their_calls_nothing_is_paid_twice()
    {
        const int Agents = 2;
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using SimulatedModel model = await SimulatedModel.StartAsync(cancellation);
        await using AppHostSystem system = await AppHostSystem.StartAsync(Settings(model, Agents), cancellation);
        await model.HoldAfterAsync(15, cancellation);
        string run = await system.Runs.SubmitSampleAsync(cancellation);

        // An agent that waits for an answer has kept all that it was given before.
        await Eventually.GetAsync(async token => await model.ReadAccountAsync(token) is { Held: Agents } held ? held : null, () => "all agents to wait for the model", cancellation);
        foreach (HostViewResource agent in system.View.Resources.Where(resource => resource.Name.StartsWith("agent", StringComparison.Ordinal)))
        {
            await ProcessTable.SignalAsync(agent.Pid!.Value, ProgramSignal.Kill, cancellation);
        }

        await Eventually.GetAsync(async token => await model.ReadAccountAsync(token) is { Attempts: >= 15 + (2 * Agents) } account ? account : null, () => "new agents to ask again", cancellation);
        await model.ReleaseAsync(cancellation);
        RunInfo ended = await system.Runs.WaitForEndAsync(run, cancellation);

        Assert.True(ended.State == RunState.Succeeded, ended.ToString());
        RunReport report = JsonSerializer.Deserialize((await system.Runs.DownloadAllAsync(run, cancellation))["report.json"], ContractsJson.Default.RunReport)!;
        ServedAccount account = await model.ReadAccountAsync(cancellation);
        Assert.Contains(account.Requests, request => request.Attempts > 1);
        MustBePaidOnce(account, report.Usage);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task A_run_that_has_used_up_its_budget_pauses_and_goes_on_when_it_is_resumed()
    {
        const int Budget = 60_000;
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using SimulatedModel model = await SimulatedModel.StartAsync(cancellation);
        await using AppHostSystem system = await AppHostSystem.StartAsync(Settings(model, agents: 2), cancellation);
        string spec = await File.ReadAllTextAsync(Path.Combine(BuiltPrograms.Sample, "thesis.yaml"), cancellation);
        string run = await system.Runs.SubmitAsync(Encoding.UTF8.GetBytes($"{spec.TrimEnd()}\nbudget: {{ tokens: {Budget} }}\n"), await RunsOf.ReadSampleSourcesAsync(cancellation), cancellation);

        RunInfo paused = await system.Runs.WaitForRestAsync(run, cancellation);

        Assert.Equal(RunState.Paused, paused.State);
        Assert.Contains("60,000 tokens", paused.Reason, StringComparison.Ordinal);
        Assert.True(paused.Tasks is { Done: > 0, Dead: 0 } tasks && tasks.Done < tasks.Total, paused.ToString());
        Assert.True(await TokensAsync() >= Budget);

        RunInfo ended = paused;
        for (int grants = 1; !ended.IsFinal; grants++)
        {
            Assert.True(grants < 20, ended.ToString());
            await system.Runs.ResumeAsync(run, cancellation);
            ended = await system.Runs.WaitForRestAsync(run, cancellation);
        }

        Assert.True(ended is { State: RunState.Succeeded, Reason: null }, ended.ToString());

        async Task<long> TokensAsync() => await model.ReadAccountAsync(cancellation) is var account ? account.InputTokens + account.OutputTokens : 0;
    }

    [Fact(Timeout = Limits.Test)]
    public async Task An_agent_with_a_wrong_connection_string_ends_at_once_and_says_why_without_the_key()
    {
        const string Key = "sk-very-secret";
        await using ProgramProcess agent = ProgramProcess.Start(BuiltPrograms.Agent, [], new Dictionary<string, string>
        {
            ["ConnectionStrings__redis"] = "127.0.0.1:1",
            ["ConnectionStrings__chat"] = $"Endpoint=http://localhost/v1;Key={Key}",
        });

        int exitCode = await agent.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("The connection string 'chat' is wrong. It names no model.", agent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, agent.Text, StringComparison.Ordinal);
    }

    private static SystemSettings Settings(SimulatedModel model, int agents, params (string Name, string Value)[] more) => new()
    {
        Agents = agents,
        Variables = new Dictionary<string, string>(more.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)))
        {
            ["ConnectionStrings__chat"] = model.ConnectionString,
            ["Models__TokenTimeout"] = "00:00:03",
            ["Models__FirstTokenTimeout"] = "00:00:08",
            ["Models__RetryBaseDelay"] = "00:00:00.050",
            ["Models__RetryMaxDelay"] = "00:00:01",
            ["Models__Prices__0__Model"] = "sim*",
            ["Models__Prices__0__Input"] = "1",
            ["Models__Prices__0__Output"] = "4",
        },
    };

    private static string[] Sentences(string text, string word) => [.. Regex.Split(text, @"(?<=[.!?])\s+(?=[A-Z])").Where(sentence => sentence.Contains(word, StringComparison.Ordinal))];

    private static void MustBePaidOnce(ServedAccount account, ReportUsage usage)
    {
        Assert.NotEmpty(account.Requests);
        Assert.All(account.Requests, request => Assert.True(request.Completed <= 1, request.ToString()));
        Assert.Equal((account.InputTokens, account.OutputTokens), (usage.InputTokens, usage.OutputTokens));
        Assert.Equal(((account.InputTokens * 1m) + (account.OutputTokens * 4m)) / 1_000_000m, usage.Cost);
        Assert.Equal(account.Billed, usage.Entries.Sum(entry => entry.Calls));
    }
}
