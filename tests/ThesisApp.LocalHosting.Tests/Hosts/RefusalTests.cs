using System.Net;
using System.Net.Sockets;
using ThesisApp.LocalHosting.Tests.Support;
using ThesisApp.TestSupport.Processes;

namespace ThesisApp.LocalHosting.Tests.Hosts;

/// <summary>What keeps a host from running is said in one line, with what to do, and nothing is left running.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly HostFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_host_on_the_same_data_names_the_first_and_ends_with_2()
    {
        await using HostProcess first = HostProcess.Start(_folder);
        await first.ReadyAsync();

        await using HostProcess second = HostProcess.Start(_folder);

        await ExpectAsync(second, 2, $"Another host (process {first.Id}) already runs on the data in '{_folder.Data}'.");
    }

    [Fact]
    public async Task The_data_of_a_killed_host_is_free_for_the_next()
    {
        await using HostProcess first = HostProcess.Start(_folder);
        await first.ReadyAsync();
        await OsProcesses.SignalAsync("KILL", first.Id);
        await first.ExitAsync();

        await using HostProcess second = HostProcess.Start(_folder);

        Assert.True((await second.ReadyAsync()).Ready);
    }

    [Fact]
    public async Task A_busy_port_is_named_and_ends_with_2()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await using HostProcess host = HostProcess.Start(_folder, environment: new() { ["Orchestrator__Port"] = $"{port}" });

        await ExpectAsync(host, 2, $"Port {port}, which 'orchestrator' is to listen on, is in use.");
    }

    [Theory]
    [InlineData("Agents__Replicas", "many", "Agents:Replicas is 'many'; write a whole number from 1 to 1000.")]
    [InlineData("Agents__Replicas", "0", "Agents:Replicas is '0'")]
    [InlineData("Orchestrator__Port", "70000", "Orchestrator:Port is '70000'")]
    [InlineData("Hosting__Quiet", "perhaps", "Hosting:Quiet is 'perhaps'; write true or false.")]
    [InlineData("ConnectionStrings__redis", "localhost:99999", "The connection string 'redis' is malformed.")]
    public async Task A_malformed_setting_is_named_and_ends_with_2(string name, string value, string message)
    {
        await using HostProcess host = HostProcess.Start(_folder, environment: new() { [name] = value });

        await ExpectAsync(host, 2, message);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named_and_ends_with_2()
    {
        string file = _folder.File("file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        await using HostProcess host = HostProcess.Start(_folder, environment: new() { ["Data__Directory"] = Path.Combine(file, "data") });

        await ExpectAsync(host, 2, $"The data folder '{Path.Combine(file, "data")}' cannot be written");
    }

    [Fact]
    public async Task A_state_file_that_cannot_be_written_is_named_and_ends_with_2()
    {
        string file = _folder.File("file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        await using HostProcess host = HostProcess.Start(_folder, environment: new() { ["Hosting__StateFile"] = Path.Combine(file, "state.json") });

        await ExpectAsync(host, 2, $"The state file '{Path.Combine(file, "state.json")}' cannot be written");
    }

    [Fact]
    public async Task A_redis_that_is_not_there_is_named_without_its_password_and_ends_with_2()
    {
        int port = FreePort.Take();

        await using HostProcess host = HostProcess.Start(_folder, environment: new() { ["ConnectionStrings__redis"] = $"127.0.0.1:{port},password=secret" });

        await ExpectAsync(host, 2, $"Redis at 127.0.0.1:{port} could not be reached within 10 s (ConnectionRefused).");
        Assert.DoesNotContain("secret", host.Output + host.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_build_is_named_and_ends_with_3()
    {
        await using HostProcess host = HostProcess.Start(_folder, HostProcess.SampleHost, ["missing-build"]);

        await ExpectAsync(host, 3, "The build of 'worker' is missing: there is no '/never/built/bin/Worker.dll'. Run 'dotnet build /never/built/Worker.csproj'.");
    }

    [Fact]
    public async Task A_missing_program_is_named_and_ends_with_3()
    {
        await using HostProcess host = HostProcess.Start(_folder, HostProcess.SampleHost, ["missing-program"]);

        await ExpectAsync(host, 3, "'no-such-program-anywhere' cannot be started");
    }

    [Fact]
    public async Task A_missing_connection_string_is_named_and_ends_with_2()
    {
        await using HostProcess host = HostProcess.Start(_folder, HostProcess.SampleHost, ["missing-connection-string"]);

        await ExpectAsync(host, 2, "The connection string 'chat' is not set. Set ConnectionStrings__chat");
    }

    [Fact]
    public async Task Resources_that_wait_for_each_other_are_named_and_end_with_2()
    {
        await using HostProcess host = HostProcess.Start(_folder, HostProcess.SampleHost, ["circle"]);

        await ExpectAsync(host, 2, "These resources wait for each other: one -> two -> one.");
    }

    [Fact]
    public async Task A_process_that_never_gets_well_is_given_up_with_its_last_lines_and_ends_with_3()
    {
        await using HostProcess host = HostProcess.Start(_folder, HostProcess.SampleHost, ["crashing"]);

        await ExpectAsync(host, 3, "'worker' ended 4 times before it was ready, last with exit code 7. Its last lines:\ngoing under");
    }

    private static async Task ExpectAsync(HostProcess host, int exitCode, string message)
    {
        int actual = await host.ExitAsync();

        Assert.StartsWith("error: ", host.Errors, StringComparison.Ordinal);
        Assert.Contains(message, host.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Errors, StringComparison.Ordinal);
        Assert.Equal(exitCode, actual);
    }
}
