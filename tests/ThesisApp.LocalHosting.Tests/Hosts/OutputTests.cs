using System.Net;
using ThesisApp.LocalHosting.State;
using ThesisApp.LocalHosting.Tests.Support;

namespace ThesisApp.LocalHosting.Tests.Hosts;

/// <summary>What a host shows.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly HostFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_line_of_a_process_has_its_name_before_it()
    {
        await using HostProcess host = HostProcess.Start(_folder);
        await host.ReadyAsync();

        await host.WroteAsync("orchestrator   info: ");
        await host.WroteAsync("agent-1        info: ");
        await host.WroteAsync("agent-2        info: ");
    }

    [Fact]
    public async Task A_table_shows_every_resource_with_its_process_and_its_URL()
    {
        await using HostProcess host = HostProcess.Start(_folder);
        HostStatus status = await host.ReadyAsync();
        await host.WroteAsync("Press Ctrl+C to stop.");

        Assert.All(status.Resources, resource => Assert.Matches($@"(?m)^  {resource.Name} +running +{resource.Pid} *{string.Join(" ", resource.Urls)}$", host.Output));
    }

    [Fact]
    public async Task The_orchestrator_answers_on_the_URL_of_the_table()
    {
        await using HostProcess host = HostProcess.Start(_folder);
        string url = (await host.ReadyAsync()).Resources.Single(resource => resource.Name == "orchestrator").Urls.Single();

        using HttpClient http = new();
        using HttpResponseMessage response = await http.GetAsync(new Uri($"{url}/health"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Output_that_goes_to_a_pipe_has_no_colours()
    {
        await using HostProcess host = HostProcess.Start(_folder);
        await host.ReadyAsync();
        await host.WroteAsync("Press Ctrl+C to stop.");

        Assert.DoesNotContain('\e', host.Output);
    }

    [Fact]
    public async Task Names_are_coloured_in_a_terminal()
    {
        await using HostProcess host = HostProcess.Start(_folder, terminal: true);
        await host.ReadyAsync();

        await host.WroteAsync("morchestrator  \e[0m ");
    }

    [Fact]
    public async Task NO_COLOR_is_honoured_in_a_terminal()
    {
        await using HostProcess host = HostProcess.Start(_folder, environment: new() { ["NO_COLOR"] = "1" }, terminal: true);
        await host.ReadyAsync();
        await host.WroteAsync("Press Ctrl+C to stop.");

        Assert.DoesNotContain("\e[3", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_host_says_nothing()
    {
        await using HostProcess host = HostProcess.Start(_folder, environment: new() { ["Hosting__Quiet"] = "true" });
        await OsProcesses.SignalAsync("TERM", (await host.ReadyAsync()).Pid);
        await host.ExitAsync();

        Assert.Equal("", host.Output + host.Errors);
    }

    [Fact]
    public async Task Each_process_has_a_log_file_if_asked_for()
    {
        await using HostProcess host = HostProcess.Start(_folder, environment: new() { ["Hosting__LogDirectory"] = _folder.File("logs"), ["Hosting__Quiet"] = "true" });
        await OsProcesses.SignalAsync("TERM", (await host.ReadyAsync()).Pid);
        await host.ExitAsync();

        Assert.Equal(["agent-1.log", "agent-2.log", "orchestrator.log"], Directory.GetFiles(_folder.File("logs")).Select(Path.GetFileName).Order());
    }
}
