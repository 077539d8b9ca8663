using System.Runtime.InteropServices;

namespace ThesisApp.Cli.Hosting;

/// <summary>Finds the <c>dotnet</c> that this process runs on, so that its children run on the same.</summary>
internal static class DotnetExecutable
{
    /// <summary>A full path, or <c>dotnet</c> to be searched for.</summary>
    public static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        // The runtime lies in ROOT/shared/Microsoft.NETCore.App/VERSION/.
        var candidate = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(candidate) ? candidate : name;
    }
}
