namespace ThesisApp.Sandboxes.Tests.Support;

/// <summary>An empty file of this machine that any user may write, as an orchestrator lends it to a sandbox.</summary>
internal sealed class TempFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thesis-lent-").FullName;

    public TempFile()
    {
        File.WriteAllText(Path, string.Empty);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
        }
    }

    public string Path => System.IO.Path.Combine(_folder, "lent");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
