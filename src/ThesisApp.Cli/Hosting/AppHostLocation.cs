using System.Reflection;
using ThesisApp.Cli.Errors;

namespace ThesisApp.Cli.Hosting;

/// <summary>Finds the AppHost that starts the whole system.</summary>
internal static class AppHostLocation
{
    /// <summary>Environment variable that names the AppHost's assembly.</summary>
    public const string Variable = "THESIS_APPHOST";

    private const string FileName = "ThesisApp.AppHost.dll";

    /// <summary>The AppHost's assembly: named by the environment, packed with the tool, or built in the repository.</summary>
    /// <exception cref="CliException">There is none.</exception>
    public static string Find(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named)
                ? Path.GetFullPath(named)
                : throw new CliException(ExitCodes.Unreachable, $"{Variable} names '{named}', which is not there.", $"Let it name {FileName}, or unset it.");
        }

        var packed = Path.Combine(AppContext.BaseDirectory, "system", "ThesisApp.AppHost", FileName);
        if (File.Exists(packed))
        {
            return packed;
        }

        var built = typeof(AppHostLocation).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().SingleOrDefault(metadata => metadata.Key == "AppHostPath")?.Value;
        return built is not null && Path.GetFullPath(built.Replace('\\', '/'), AppContext.BaseDirectory) is var path && File.Exists(path)
            ? path
            : throw new CliException(ExitCodes.Unreachable, "The parts of the system that 'generate' starts are not here.", $"Build them with 'dotnet build ThesisApp.AppHost', let {Variable} name {FileName}, or use a running system with --server URL.");
    }
}
