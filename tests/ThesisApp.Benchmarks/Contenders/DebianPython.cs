using ThesisApp.Benchmarks.Processes;
using ThesisApp.TestSupport.Processes;

namespace ThesisApp.Benchmarks.Contenders;

/// <summary>Python and its packages as Debian has them.</summary>
internal static class DebianPython
{
    /// <summary>The interpreter that Debian's packages are for.</summary>
    public const string Executable = "/usr/bin/python3";

    /// <summary>The version of a module, whose Debian package is installed if it is missing and may be.</summary>
    /// <exception cref="InvalidOperationException">It cannot be had.</exception>
    public static async Task<string> VersionAsync(string module, string package, CancellationToken cancellationToken)
    {
        if (!File.Exists(Executable))
        {
            throw new InvalidOperationException($"{Executable} is not there.");
        }

        try
        {
            return await ImportAsync(module, cancellationToken);
        }
        catch (InvalidOperationException)
        {
            if (Environment.UserName != "root" || Executables.Find("apt-get") is null)
            {
                throw new InvalidOperationException($"the Python module {module} is missing (Debian: apt-get install python3-redis {package}).");
            }
        }

        await ToolProcess.RunAsync(
            ["apt-get", "install", "-y", "-q", "python3-redis", package], "/", [new("DEBIAN_FRONTEND", "noninteractive")], cancellationToken);
        return await ImportAsync(module, cancellationToken);
    }

    private static async Task<string> ImportAsync(string module, CancellationToken cancellationToken)
    {
        string version = await ToolProcess.RunAsync([Executable, "-c", $"import redis, {module}, sys; print({module}.__version__, sys.version.split()[0])"], "/", [], cancellationToken);
        string[] parts = version.Split(' ');
        return $"{module} {parts[0]}, Python {parts[^1]}";
    }
}
