using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Benchmarks;

/// <summary>A Garnet server in a process of its own, as agents meet it: this program again, started with <see cref="Argument"/>.</summary>
internal sealed class GarnetServerProcess : StoreFixture
{
    /// <summary>Lets this program be the server.</summary>
    public const string Argument = "serve-garnet";

    private ProgramProcess? _process;

    /// <summary>Serves until standard input ends, as it does when the parent dies.</summary>
    public static async Task ServeAsync()
    {
        await using GarnetFixture garnet = new();
        await garnet.InitializeAsync();
        Console.WriteLine(garnet.ConnectionString);
        await Console.In.ReadToEndAsync();
    }

    /// <inheritdoc />
    protected override async Task StartAsync()
    {
        _process = ProgramProcess.Start(typeof(GarnetServerProcess).Assembly.Location, [Argument], new Dictionary<string, string>());
        ConnectionString = await Eventually.GetAsync(
            _ => Task.FromResult(_process.Output is [.., var line] ? line : null), () => $"Garnet to be up:\n{_process.Text}", CancellationToken.None);
    }

    /// <inheritdoc />
    protected override async Task StopAsync()
    {
        if (_process is not null)
        {
            _process.EndInput();
            await _process.WaitForExitAsync(CancellationToken.None);
            await _process.DisposeAsync();
        }
    }
}
