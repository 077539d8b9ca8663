using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ThesisApp.TestSupport.Processes;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Orchestrator.Tests.Problems;

/// <summary>An orchestrator that cannot start says why in a line, and what would be right.</summary>
public sealed class StartProblemTests(GarnetFixture store) : IClassFixture<GarnetFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_that_is_in_use_is_named()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        string line = await StartAsync(port);

        Assert.Contains(port.ToString(CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
        Assert.Contains("already in use. End the other process, or choose another port", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sandboxes_that_cannot_be_had_are_named() =>
        Assert.Contains("There can be no docker sandboxes here", await StartAsync(FreePort.Take(), ("Sandboxes__Kind", "docker"), ("DOCKER_HOST", "unix:///no/such/socket"), ("Sandboxes__Command__0", "/bin/true")), StringComparison.Ordinal);

    [Fact]
    public async Task A_setting_that_cannot_be_is_named() =>
        Assert.Contains("Pool:Min", await StartAsync(FreePort.Take(), ("Sandboxes__Kind", "process"), ("Sandboxes__Command__0", "/bin/true"), ("Pool__Min", "5"), ("Pool__Max", "4")), StringComparison.Ordinal);

    [Fact]
    public async Task A_setting_of_another_kind_is_named() =>
        Assert.Contains("Pool:Max", await StartAsync(FreePort.Take(), ("Sandboxes__Kind", "process"), ("Sandboxes__Command__0", "/bin/true"), ("Pool__Max", "four")), StringComparison.Ordinal);

    [Fact]
    public async Task Each_of_two_mistakes_is_named()
    {
        string line = await StartAsync(FreePort.Take(), ("Sandboxes__Kind", "process"), ("Sandboxes__Command__0", "/bin/true"), ("Pool__Min", "5"), ("Pool__Max", "4"), ("Upkeep__Interval", "00:00:00"));
        Assert.Contains("Pool:Min", line, StringComparison.Ordinal);
        Assert.Contains("Interval", line, StringComparison.Ordinal);
    }

    // What it says of it: a line for each mistake, and no trace.
    private async Task<string> StartAsync(int port, params (string Name, string Value)[] settings)
    {
        Dictionary<string, string> environment = settings.ToDictionary(setting => setting.Name, setting => setting.Value);
        environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        environment["ConnectionStrings__redis"] = store.ConnectionString;
        await using ProgramProcess orchestrator = ProgramProcess.Start(BuiltPrograms.Orchestrator, [], environment);

        int exitCode = await orchestrator.WaitForExitAsync(Cancellation);

        Assert.True(exitCode == 2, orchestrator.Text);
        Assert.DoesNotContain("   at ", orchestrator.Text, StringComparison.Ordinal);
        Assert.InRange(orchestrator.Error.Count, 1, 2);
        return string.Join('\n', orchestrator.Error);
    }
}
