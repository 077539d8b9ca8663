namespace ThesisApp.LocalHosting.Tests.Support;

/// <summary>A folder of a test's own that is gone afterwards.</summary>
internal sealed class HostFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("thesis-hosting-").FullName;

    /// <summary>Where hosts keep their data.</summary>
    public string Data => Directory.CreateDirectory(File("data")).FullName;

    /// <summary>A path in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
