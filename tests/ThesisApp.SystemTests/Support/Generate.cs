using System.Globalization;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Support;

/// <summary><c>thesis generate</c> on the sample, as a user's shell runs it.</summary>
internal sealed class Generate : IAsyncDisposable
{
    private readonly string _mark = Guid.NewGuid().ToString("N");

    private Generate(string output, SystemSettings settings, string[] arguments)
    {
        Output = output;
        Process = ProgramProcess.Start(
            BuiltPrograms.Cli,
            ["generate", Path.Combine(BuiltPrograms.Sample, "thesis.yaml"), "--output", output, "--agents", settings.Agents.ToString(CultureInfo.InvariantCulture), .. arguments],
            settings.ToEnvironment(_mark));
    }

    /// <summary>The output folder.</summary>
    public string Output { get; }

    /// <summary>The command's process.</summary>
    public ProgramProcess Process { get; }

    /// <summary>Processes that the command started, and itself.</summary>
    public IReadOnlyList<string> Processes => ProcessTable.FindMarked(ProgramProcess.MarkVariable, _mark);

    /// <summary>The state file of the system that the command started.</summary>
    public string StateFile => Path.Combine(Output, ".thesis", "host.json");

    public static Generate Start(string output, SystemSettings settings, params string[] arguments) => new(output, settings, arguments);

    /// <summary>The log of a resource of the system that the command started.</summary>
    public Task<string> ReadLogAsync(string resource, CancellationToken cancellationToken) =>
        File.ReadAllTextAsync(Path.Combine(Output, ".thesis", "logs", $"{resource}.log"), cancellationToken);

    /// <summary>Waits until so many tasks are done and some are not.</summary>
    public async Task<HostView> WaitForTasksAsync(int done, CancellationToken cancellationToken)
    {
        HostView view = await Eventually.GetAsync(
            _ => Task.FromResult(HostView.Read(StateFile) is { Ready: true } up ? up : null), () => $"the system to be up; the command wrote:\n{Process.Text}", cancellationToken);
        using HttpClient http = new() { BaseAddress = new Uri(view["orchestrator"].Urls[0]) };
        RunsOf runs = new(new Client.ThesisClient(http));
        string run = await Eventually.GetAsync(
            async token => await runs.ListAsync(token) is [{ Id: var id }, ..] ? id : null, () => "the run to be there", cancellationToken);
        await runs.WaitForTasksAsync(run, done, cancellationToken);
        return view;
    }

    /// <summary>Waits until neither the command nor anything that it started is left.</summary>
    public Task WaitUntilGoneAsync(CancellationToken cancellationToken) =>
        Eventually.TrueAsync(() => Processes.Count == 0, () => $"the end of these processes:\n{string.Join('\n', Processes)}", cancellationToken);

    /// <summary>The thesis that it wrote.</summary>
    public Task<byte[]> ReadThesisAsync(CancellationToken cancellationToken) => File.ReadAllBytesAsync(Path.Combine(Output, "thesis.md"), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await WaitUntilGoneAsync(CancellationToken.None);
    }
}
