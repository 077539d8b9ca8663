using System.Runtime.InteropServices;
using ThesisApp.Benchmarks.Processes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Benchmarks.Contenders;

/// <summary>This program published as an agent is for its image: compiled before it runs.</summary>
internal static class PublishedProgram
{
    private static readonly SemaphoreSlim Publishing = new(1, 1);

    /// <summary>Its assembly; this very one until it is published, and where it cannot be.</summary>
    public static string Assembly { get; private set; } = typeof(PublishedProgram).Assembly.Location;

    /// <summary>How its code came to be compiled, for the tables.</summary>
    public static string Form { get; private set; } = string.Empty;

    /// <summary>Publishes it, once.</summary>
    public static async Task PublishAsync(CancellationToken cancellationToken)
    {
        await Publishing.WaitAsync(cancellationToken);
        try
        {
            if (Form.Length > 0)
            {
                return;
            }

            string project = Path.Combine(BuiltPrograms.Repository, "tests", "ThesisApp.Benchmarks");
            string folder = Directory.CreateTempSubdirectory("thesis-benchmark-published-").FullName;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
            try
            {
                await ToolProcess.RunAsync(
                    [
                        "dotnet", "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", folder, "-v", "q",
                        "-nodeReuse:false", "-p:UseSharedCompilation=false",
                    ],
                    project,
                    [],
                    cancellationToken);
                Assembly = Path.Combine(folder, Path.GetFileName(Assembly));
                Form = "published with ReadyToRun, not tiered";
            }
            catch (InvalidOperationException exception)
            {
                Form = $"as built, since it could not be published ({exception.Message.Split('\n')[0]})";
            }
        }
        finally
        {
            Publishing.Release();
        }
    }
}
