using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ThesisApp.Sandboxes.Tests.Support;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Sandboxes.Tests.Escapes;

/// <summary>Tries to get out of a sandbox. Each try is refused if, and only if, the launcher's report says so: what a kind cannot withhold, it must not claim to. Bombs are small enough to do no harm if nothing stops them.</summary>
public abstract class SandboxEscapeTests : SandboxTest
{
    private const string Secret = "thesis-test-secret";

    // In two parts, so that whoever looks for it does not find itself.
    private static readonly Dictionary<string, string> Parts = new() { ["A"] = "thesis-test-", ["B"] = "secret" };

    private static readonly SandboxLimits Tight = new() { MemoryBytes = 64L << 20, Processes = 40, ScratchBytes = 16L << 20, Cpus = 0.2 };

    [Fact]
    public async Task The_environment_of_the_launcher_is_not_to_be_seen()
    {
        Environment.SetEnvironmentVariable("THESIS_TEST_SECRET", Secret);

        (_, string output) = await RunAsync(Shell("env; echo end"));

        Assert.Contains("end", output, StringComparison.Ordinal);
        MustHold(Guarantee.CleanEnvironment, !output.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_program_gets_more_rights_than_it_was_started_with()
    {
        (_, string output) = await RunAsync(Shell("cat /proc/self/status"));

        MustHold(Guarantee.NoNewPrivileges, output.Contains("NoNewPrivs:\t1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_scratch_of_another_sandbox_is_not_to_be_read()
    {
        string other = await StartAsync(Shell($"echo {Secret} >\"$HOME/secret\"; echo written; echo \"$HOME\"; sleep 600"));
        await WaitForOutputAsync(other, "written\n/");
        string home = (await Launcher.ReadOutputAsync(other, Cancellation)).Split('\n')[1];

        (_, string output) = await RunAsync(Shell($"cat {home}/secret; cat /proc/*/root{home}/secret; echo end"));

        Assert.Contains("end", output, StringComparison.Ordinal);
        MustHold(Guarantee.PrivateScratch, !output.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_to_be_written_outside_the_scratch()
    {
        string folder = Directory.CreateTempSubdirectory("thesis-outside-").FullName;
        try
        {
            (_, string output) = await RunAsync(Shell(
                $"for place in {folder} / /usr /etc /var/tmp /dev /proc/sys/kernel; do (echo x >$place/thesis-escape-test) 2>/dev/null && echo wrote $place; done; echo end"));

            Assert.Contains("end", output, StringComparison.Ordinal);
            MustHold(Guarantee.ReadOnlyOutside, !output.Contains("wrote", StringComparison.Ordinal) && !File.Exists(Path.Combine(folder, "thesis-escape-test")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            foreach (string place in new[] { "/", "/usr", "/etc", "/var/tmp", "/dev" })
            {
                File.Delete(Path.Combine(place, "thesis-escape-test"));
            }
        }
    }

    [Fact]
    public async Task Processes_outside_are_not_to_be_seen()
    {
        string other = await StartAsync(Shell($"echo up; sleep 600; : {Secret}"));
        await WaitForOutputAsync(other, "up");

        (_, string output) = await RunAsync(LookThrough("cmdline"));

        Assert.Contains("end", output, StringComparison.Ordinal);
        MustHold(Guarantee.HiddenProcesses, !output.Contains("seen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Processes_outside_are_not_to_be_signalled()
    {
        string nap = HostProcesses.NewNap();
        string other = await StartAsync(Shell($"echo up; exec sleep {nap}"));
        await WaitForOutputAsync(other, "up");
        await Eventually.TrueAsync(() => HostProcesses.With(nap).Any(IsSleeping), () => "the victim", Cancellation);
        int victim = HostProcesses.With(nap).First(IsSleeping);

        // By its id; if that means another process in there, it is not this one that is signalled.
        (_, string output) = await RunAsync(Shell($"kill -KILL {victim}; echo end"));

        Assert.Contains("end", output, StringComparison.Ordinal);
        bool lives = HostProcesses.With(nap).Contains(victim);
        MustHold(Guarantee.NoSignals, lives);
    }

    [Fact]
    public async Task The_memory_of_processes_outside_is_not_to_be_read()
    {
        string nap = HostProcesses.NewNap();
        string other = await StartAsync(Shell($"echo up; exec env TOKEN={Secret} sleep {nap}"));
        await WaitForOutputAsync(other, "up");
        await Eventually.TrueAsync(() => HostProcesses.With(nap).Any(IsSleeping), () => "the victim", Cancellation);

        // The environment is a part of a process's memory, and kept as well as the rest of it.
        (_, string output) = await RunAsync(LookThrough("environ"));

        Assert.Contains("end", output, StringComparison.Ordinal);
        MustHold(Guarantee.PrivateMemory, !output.Contains("seen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_memory_bomb_is_stopped()
    {
        // A last line of 200 MB, which tail must hold as a whole.
        (SandboxExit exit, string output) = await RunAsync(Shell("head -c 200000000 /dev/zero | tail -n 1 | wc -c; echo end") with { Limits = Tight });

        MustHold(Guarantee.MemoryLimit, exit.IsOutOfMemory || !output.Contains("200000000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fork_bomb_is_stopped()
    {
        string nap = HostProcesses.NewNap();

        (_, string output) = await RunAsync(Shell($"for i in $(seq 100); do sleep {nap} & done; echo all") with { Limits = Tight });

        MustHold(Guarantee.ProcessLimit, !output.Contains("all", StringComparison.Ordinal));
        await Eventually.TrueAsync(() => HostProcesses.With(nap).Count == 0, () => "the end of the bomb", Cancellation);
    }

    [Fact]
    public async Task A_disk_bomb_is_stopped()
    {
        (_, string output) = await RunAsync(Shell("cd \"$HOME\"; for i in 1 2 3; do dd if=/dev/zero of=bomb$i bs=1048576 count=12 2>&1 || echo refused; done; echo end") with { Limits = Tight with { MemoryBytes = 256L << 20 } });

        Assert.Contains("12+0 records out", output, StringComparison.Ordinal);
        MustHold(Guarantee.DiskLimit, output.Contains("refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_busy_loop_does_not_get_the_whole_processor()
    {
        (_, string output) = await RunAsync(Shell("read -r from _ </proc/uptime; i=0; while [ $i -lt 500000 ]; do i=$((i+1)); done; read -r to _ </proc/uptime; times; echo $from $to end") with { Limits = Tight });

        string[] lines = output.Split('\n');
        double used = double.Parse(lines[0].Split(' ')[0].TrimStart('0').TrimStart('m').TrimEnd('s'), CultureInfo.InvariantCulture);
        string[] clock = lines.Single(line => line.EndsWith("end", StringComparison.Ordinal)).Split(' ');
        double passed = double.Parse(clock[1], CultureInfo.InvariantCulture) - double.Parse(clock[0], CultureInfo.InvariantCulture);

        // On a machine that has other work too it gets less still, which proves nothing: only what is claimed can be held to.
        Assert.True(!Report.Holds(Guarantee.CpuLimit) || used < passed * 0.5, output);
    }

    [Fact]
    public async Task Other_addresses_are_not_to_be_reached()
    {
        using TcpListener listener = new(IPAddress.Any, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        string[] addresses = [.. (await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork, Cancellation)).Append(IPAddress.Loopback).Select(address => address.ToString()).Distinct()];

        (_, string output) = await RunAsync(Shell($"for a in {string.Join(' ', addresses)}; do bash -c \"exec 3<>/dev/tcp/$a/{port.ToString(CultureInfo.InvariantCulture)}\" && echo reached $a; done; echo end"));

        Assert.Contains("end", output, StringComparison.Ordinal);
        MustHold(Guarantee.NoNetwork, !output.Contains("reached", StringComparison.Ordinal));
    }

    /// <summary>What this kind withholds on any machine.</summary>
    [Fact]
    public void Its_report_names_every_guarantee_once() => Assert.Equal(Enum.GetValues<Guarantee>(), Report.Guarantees.Select(entry => entry.Guarantee));

    // Every process that is to be seen, by one of its files.
    private static SandboxSpec LookThrough(string file) =>
        Shell($"for f in /proc/[0-9]*/{file}; do case \"$(tr '\\0' ' ' <$f)\" in *\"$A$B\"*) echo seen;; esac; done 2>/dev/null; echo end") with { Environment = Parts };

    private static bool IsSleeping(int processId) => File.ReadAllText($"/proc/{processId}/comm").Trim() == "sleep";

    private void MustHold(Guarantee guarantee, bool isRefused) => Assert.Equal((guarantee, Report.Holds(guarantee)), (guarantee, isRefused));
}
