using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Where the gate of a pool is: the same for each orchestrator of the pool, so that agents find the next one's.</summary>
internal static class GatePlace
{
    // The path of a socket may have 107 bytes, and the gate's name is still to come.
    private const int MostBytes = 96;

    /// <summary>Beside the sandboxes, in a folder of this user. Only where that path is too long, in a common one: for root one where nobody else can put anything first.</summary>
    public static string Of(SandboxOptions options)
    {
        string beside = Path.Combine(Path.GetFullPath(options.Directory), "gate");
        if (System.Text.Encoding.UTF8.GetByteCount(beside) <= MostBytes)
        {
            return beside;
        }

        string common = Environment.IsPrivilegedProcess && Directory.Exists("/run") ? "/run" : Path.GetTempPath();
        return Path.Combine(common, $"thesis-gate-{SandboxLaunchers.MarkOf(options)}");
    }
}
