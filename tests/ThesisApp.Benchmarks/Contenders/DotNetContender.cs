using System.Xml.Linq;
using ThesisApp.Benchmarks.Processes;

namespace ThesisApp.Benchmarks.Contenders;

/// <summary>A peer that is a .NET program, built apart from this repository's settings.</summary>
internal abstract class DotNetContender(string name, string folder) : Contender(name, folder)
{
    private const string Output = "bin/out";

    /// <summary>Name of its assembly, without extension.</summary>
    protected abstract string AssemblyName { get; }

    public override async Task<string> PrepareAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(Folder, Output, AssemblyName + ".dll")))
        {
            // Servers that outlive the build would keep its output open.
            await ToolProcess.RunAsync(["dotnet", "build", "-c", "Release", "-o", Output, "-v", "q", "-nodeReuse:false", "-p:UseSharedCompilation=false"], Folder, [], cancellationToken);
        }

        string project = Directory.EnumerateFiles(Folder, "*.csproj").Single();
        return string.Join(", ", XDocument.Load(project).Descendants("PackageReference").Select(package => $"{package.Attribute("Include")?.Value} {package.Attribute("Version")?.Value}"));
    }

    public override IReadOnlyList<string> Command(params string[] verb) => ["dotnet", Path.Combine(Output, AssemblyName + ".dll"), .. verb];
}
