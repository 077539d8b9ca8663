using System.Runtime.InteropServices;
using ThesisApp.Benchmarks.Ours;
using ThesisApp.Benchmarks.Processes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Benchmarks.Contenders;

/// <summary>A program of ours published as an agent is for its image: compiled ahead of time, as far as this machine can.</summary>
/// <param name="project">Folder of its project below the repository.</param>
/// <param name="built">Its assembly as it was built, for a machine that can publish nothing.</param>
internal sealed class PublishedProgram(string project, string built)
{
    // The machine's own instructions are asked for, as its just-in-time compiler would use them.
    private static readonly (string Form, string[] Options)[] Forms =
    [
        ("compiled ahead of time (NativeAOT)", ["-p:PublishAot=true", "-p:IlcInstructionSet=native", "-p:OptimizationPreference=Speed"]),
        ("published with ReadyToRun, not tiered", ["--self-contained", "false", "-p:PublishReadyToRun=true"]),
    ];

    private readonly Lock _lock = new();
    private Task? _publication;

    /// <summary>Our contender.</summary>
    public static PublishedProgram Contender { get; } = new(Path.Combine("tests", "ThesisApp.Benchmarks.Ours"), typeof(ContenderProgram).Assembly.Location);

    /// <summary>The real agent.</summary>
    public static PublishedProgram Agent { get; } = new(Path.Combine("src", "ThesisApp.Agent"), BuiltPrograms.Agent);

    /// <summary>What starts it; as built until it is published.</summary>
    public IReadOnlyList<string> Command { get; private set; } = ["dotnet", built];

    /// <summary>How its code came to be compiled, for the tables.</summary>
    public string Form { get; private set; } = string.Empty;

    /// <summary>Publishes it, once.</summary>
    public Task PublishAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _publication ??= PublishAsFarAsItGoesAsync(cancellationToken);
        }
    }

    private async Task PublishAsFarAsItGoesAsync(CancellationToken cancellationToken)
    {
        string problem = string.Empty;
        foreach ((string form, string[] options) in Forms)
        {
            try
            {
                Command = await PublishAsync(options, cancellationToken);
                Form = form;
                return;
            }
            catch (InvalidOperationException exception)
            {
                problem = exception.Message.Split('\n')[0];
            }
        }

        Form = $"as built, since it could not be published ({problem})";
    }

    private async Task<IReadOnlyList<string>> PublishAsync(string[] options, CancellationToken cancellationToken)
    {
        string source = Path.Combine(BuiltPrograms.Repository, project);
        string folder = Directory.CreateTempSubdirectory("thesis-benchmark-published-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            // A container runs it as another user.
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await ToolProcess.RunAsync(
            [
                "dotnet", "publish", source, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, .. options, "-o", folder, "-v", "q",
                "-nodeReuse:false", "-p:UseSharedCompilation=false",
            ],
            source,
            [],
            cancellationToken);
        string name = Path.GetFileNameWithoutExtension(built);
        string assembly = Path.Combine(folder, name + ".dll");
        return File.Exists(assembly) ? ["dotnet", assembly] : [Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)];
    }
}
