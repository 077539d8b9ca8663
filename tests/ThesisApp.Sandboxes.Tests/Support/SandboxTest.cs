using ThesisApp.Sandboxes.Processes;

namespace ThesisApp.Sandboxes.Tests.Support;

/// <summary>A test class with a launcher of its own. What a sandbox runs is a line of shell.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    private static int _count;

    private readonly string _folder = Directory.CreateTempSubdirectory("thesis-sandboxes-").FullName;
    private readonly List<ISandboxLauncher> _launchers = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected ISandboxLauncher Launcher => _launchers[0];

    /// <summary>What the launcher says of itself.</summary>
    protected SandboxReport Report { get; private set; } = null!;

    /// <summary>Where the launchers of this machine keep their sandboxes.</summary>
    protected LocalLauncherOptions Local => new() { Directory = _folder };

    public async ValueTask InitializeAsync()
    {
        await PrepareAsync();
        AddLauncher();
        Report = await Launcher.ExamineAsync(Cancellation);
        Assert.SkipUnless(Report.IsAvailable, Report.Reason);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Report is { IsAvailable: true })
        {
            foreach (SandboxInfo sandbox in await Launcher.ListAsync(CancellationToken.None))
            {
                await Launcher.RemoveAsync(sandbox.Id, CancellationToken.None);
            }
        }

        foreach (IAsyncDisposable launcher in _launchers.OfType<IAsyncDisposable>())
        {
            await launcher.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    protected static string NewId() => $"box-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}";

    /// <summary>What runs a line of shell.</summary>
    protected static SandboxSpec Shell(string script, string? id = null) => new() { Id = id ?? NewId(), Command = ["/bin/sh", "-c", script] };

    /// <summary>Another launcher of the same place, as a second orchestrator has.</summary>
    protected ISandboxLauncher AddLauncher()
    {
        ISandboxLauncher launcher = CreateLauncher();
        _launchers.Add(launcher);
        return launcher;
    }

    protected abstract ISandboxLauncher CreateLauncher();

    /// <summary>Brings up what the launcher needs, or skips.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Starts a sandbox.</summary>
    /// <returns>Its id.</returns>
    protected async Task<string> StartAsync(SandboxSpec spec)
    {
        await Launcher.StartAsync(spec, Cancellation);
        return spec.Id;
    }

    /// <summary>Runs a line of shell to its end.</summary>
    protected async Task<(SandboxExit Exit, string Output)> RunAsync(SandboxSpec spec)
    {
        string id = await StartAsync(spec);
        SandboxExit exit = await Launcher.WaitAsync(id, Cancellation);
        return (exit, await Launcher.ReadOutputAsync(id, Cancellation));
    }

    /// <summary>Waits until a running sandbox has written something.</summary>
    protected Task WaitForOutputAsync(string id, string text) =>
        TestSupport.Programs.Eventually.GetAsync(async token => (await Launcher.ReadOutputAsync(id, token)).Contains(text, StringComparison.Ordinal) ? this : null, () => $"'{text}' from {id}", Cancellation);
}
