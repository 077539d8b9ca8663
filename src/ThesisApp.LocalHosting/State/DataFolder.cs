using System.Globalization;

namespace ThesisApp.LocalHosting.State;

/// <summary>The folder with the resources' data, held by one host at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockFile = "host.lock";

    // Apart from the lock, which nobody else can even read while it is held.
    private const string HolderFile = "host.pid";

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Takes the folder. The operating system frees it when the process ends, however it ends.</summary>
    /// <exception cref="HostingException">Another host has it, or it cannot be written.</exception>
    public static DataFolder Take(string path)
    {
        string lockPath = System.IO.Path.Combine(path, LockFile);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, exception);
        }

        try
        {
            FileStream held = new(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(System.IO.Path.Combine(path, HolderFile), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolder(path, held);
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            throw new HostingException(
                $"Another host (process {Holder(path)}) already runs on the data in '{path}'. Stop it, or choose another folder with Data__Directory.",
                HostingException.BadSettings,
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, exception);
        }
    }

    /// <summary>A folder for one resource's data.</summary>
    public string For(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Dispose() => _lock.Dispose();

    private static HostingException Unwritable(string path, Exception exception) =>
        new($"The data folder '{path}' cannot be written: {exception.Message} Choose another one with Data__Directory.", HostingException.BadSettings, exception);

    // A sharing violation: EWOULDBLOCK of Linux, of macOS, and what Windows calls it.
    private static bool IsHeld(IOException exception) => (exception.HResult & 0xFFFF) is 11 or 35 or 32;

    private static string Holder(string path)
    {
        try
        {
            return File.ReadAllText(System.IO.Path.Combine(path, HolderFile));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "unknown";
        }
    }
}
