using System.Diagnostics;
using System.Globalization;

namespace ThesisApp.LocalHosting.Tests.Support;

/// <summary>The machine's processes, as <c>ps</c> sees them.</summary>
internal static class OsProcesses
{
    /// <summary>Children of a process.</summary>
    public static async Task<int[]> ChildrenOfAsync(int parent) => [.. (await ListAsync()).Where(process => process.Parent == parent).Select(process => process.Id)];

    /// <summary>Returns when none of these runs; fails after a minute.</summary>
    public static async Task ExpectGoneAsync(IReadOnlyCollection<int> ids)
    {
        int[] left = [];
        for (int attempt = 0; attempt < 300; attempt++)
        {
            left = [.. (await ListAsync()).Select(process => process.Id).Where(ids.Contains)];
            if (left.Length == 0)
            {
                return;
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"Still running: {string.Join(", ", left)}.");
    }

    /// <summary>Sends a signal.</summary>
    public static async Task SignalAsync(string signal, int id)
    {
        using Process kill = Process.Start("kill", ["-s", signal, id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<List<(int Id, int Parent)>> ListAsync()
    {
        using Process ps = Process.Start(new ProcessStartInfo("ps", ["-A", "-o", "pid=,ppid=,stat="]) { RedirectStandardOutput = true })!;
        string text = await ps.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await ps.WaitForExitAsync(TestContext.Current.CancellationToken);

        // A zombie runs no more: where nobody reaps orphans, they stay in the list.
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => !fields[2].StartsWith('Z') && fields[0] != ps.Id.ToString(CultureInfo.InvariantCulture))
            .Select(fields => (int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture)))];
    }
}
