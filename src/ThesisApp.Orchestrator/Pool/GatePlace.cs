using System.Text;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Where the gate of a pool is: the same for each orchestrator of the pool, so that agents find the next one's.</summary>
internal static class GatePlace
{
    // The path of a socket may have 107 bytes, and the gate's name is still to come.
    private const int MostBytes = 96;

    // The users of sandboxes come through it; nobody else puts or lists anything there.
    private const UnixFileMode Passage = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Beside the sandboxes. Only where that path is too long, in the folder that the system gives this user for its sockets, else in a common one.</summary>
    /// <param name="options">Where sandboxes are.</param>
    /// <param name="place">Where those of the pool are within.</param>
    public static string Of(SandboxOptions options, string place)
    {
        string beside = Path.Combine(Path.GetFullPath(options.Directory), place, "gate");
        string name = $"thesis-gate-{SandboxLaunchers.MarkOf(options)}-{place}";
        return Fits(beside) ? beside : Commons().Select(folder => Path.Combine(folder, name)).First(Fits);
    }

    /// <summary>Makes the folder, or makes sure that it is this user's own.</summary>
    /// <exception cref="SandboxException">It is somebody else's: whoever owns it could put a socket of his own there, and read what agents say.</exception>
    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder, Passage);
        if (new DirectoryInfo(folder).LinkTarget is not null)
        {
            throw new SandboxException($"'{folder}' is to hold the agents' way to Redis, but leads elsewhere: remove it.");
        }

        try
        {
            // Nobody but its owner may.
            File.SetUnixFileMode(folder, Passage);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new SandboxException($"'{folder}' is to hold the agents' way to Redis, but belongs to another user: remove it, or set a shorter Sandboxes:Directory.", exception);
        }
    }

    private static bool Fits(string path) => Encoding.UTF8.GetByteCount(path) <= MostBytes;

    private static IEnumerable<string> Commons()
    {
        if (Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } own && Path.IsPathFullyQualified(own) && Directory.Exists(own))
        {
            yield return own;
        }

        if (Environment.IsPrivilegedProcess && Directory.Exists("/run"))
        {
            yield return "/run";
        }

        yield return Path.GetTempPath();
        yield return "/tmp";
    }
}
