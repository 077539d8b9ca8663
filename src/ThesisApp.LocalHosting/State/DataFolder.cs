using System.Globalization;

namespace ThesisApp.LocalHosting.State;

/// <summary>The folder with the resources' data, held by one host at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockFile = "host.lock";

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
            held.SetLength(0);
            held.Write(System.Text.Encoding.UTF8.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            held.Flush();
            return new DataFolder(path, held);
        }
        catch (IOException) when (Holder(lockPath) is { } holder)
        {
            throw new HostingException(
                $"Another host (process {holder}) already runs on the data in '{path}'. Stop it, or choose another folder with Data__Directory.",
                HostingException.BadSettings);
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

    private static string? Holder(string lockPath)
    {
        try
        {
            using FileStream file = new(lockPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using StreamReader reader = new(file);
            return reader.ReadToEnd() is { Length: > 0 } holder ? holder : "unknown";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
