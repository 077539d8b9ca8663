using System.Globalization;
using System.Text.Json;
using ThesisApp.Sandboxes.Linux;

namespace ThesisApp.Sandboxes.Processes;

/// <summary>The folder of one sandbox of this machine: what is known of it, for whoever looks after it next.</summary>
internal sealed class SandboxFolder(string root, string id)
{
    // Between the folder and the warden's first line lies the start of a process.
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(10);

    /// <summary>The sandbox's id.</summary>
    public string Id => id;

    /// <summary>The folder.</summary>
    public string Path { get; } = System.IO.Path.Combine(root, id);

    /// <summary>What the sandbox may write to, where it is a folder of this machine.</summary>
    public string Scratch => File("scratch");

    /// <summary>Standard output.</summary>
    public string Output => File("stdout");

    /// <summary>Standard error.</summary>
    public string Error => File("stderr");

    /// <summary>Whether there is such a sandbox, running or ended.</summary>
    public bool Exists => System.IO.File.Exists(File("started"));

    /// <summary>Process id of the command, or null if it was not started.</summary>
    public int? Child => ReadWords("child") is [var id, ..] ? Number(id) : null;

    /// <summary>Process id of the command if that still runs, although its warden may not: a process id alone may be another's by now.</summary>
    public int? LivingChild => ReadWords("child") is [var id, var start] && Number(id) is { } child && ProcFs.StartTime(child) == start ? child : null;

    private string KeeperFile => File("keeper");

    /// <summary>The sandboxes in a folder.</summary>
    public static IEnumerable<SandboxFolder> In(string root) =>
        Directory.Exists(root) ? Directory.EnumerateDirectories(root).Select(path => new SandboxFolder(root, System.IO.Path.GetFileName(path))).Where(folder => folder.Exists) : [];

    /// <summary>Makes the folder.</summary>
    /// <exception cref="SandboxExistsException">It is there.</exception>
    public void Create(DateTimeOffset now)
    {
        MakePrivate(Path);
        using (FileStream file = Begin())
        {
            JsonSerializer.Serialize(file, now);
        }

        MakePrivate(Scratch);
    }

    /// <summary>Makes this process the keeper.</summary>
    public void Keep()
    {
        System.IO.File.WriteAllText(KeeperFile + ".new", string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {ProcFs.StartTime(Environment.ProcessId)}\n"));
        System.IO.File.Move(KeeperFile + ".new", KeeperFile, overwrite: true);
    }

    /// <summary>The sandbox as it is now, or null if there is none.</summary>
    public SandboxInfo? Look(DateTimeOffset now)
    {
        try
        {
            DateTimeOffset startedAt = JsonSerializer.Deserialize<DateTimeOffset>(System.IO.File.ReadAllText(File("started")));
            return new SandboxInfo(id, startedAt, IsWatched() || (ReadNumber("warden") is null && now - startedAt < StartTime) ? null : new SandboxExit(ReadNumber("exit")));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the warden is there, and so the command. It ends last.</summary>
    public bool IsWatched() => ReadNumber("exit") is null && ReadNumber("warden") is { } warden && IsOurs(warden);

    /// <summary>Removes the folder.</summary>
    public void Delete()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private FileStream Begin()
    {
        try
        {
            return new FileStream(File("started"), FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException exception) when (Exists)
        {
            throw new SandboxExistsException(id, exception);
        }
    }

    private static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Sandboxes by processes need Linux.");
        }

        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private bool IsOurs(int processId)
    {
        try
        {
            return System.IO.File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/cmdline")).Split('\0').Contains(Path, StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private int? ReadNumber(string name) => ReadWords(name) is [var number] ? Number(number) : null;

    private string[] ReadWords(string name)
    {
        try
        {
            return System.IO.File.ReadAllText(File(name)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    private string File(string name) => System.IO.Path.Combine(Path, name);
}
