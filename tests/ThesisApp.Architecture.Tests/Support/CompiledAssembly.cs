using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ThesisApp.Architecture.Tests.Support;

/// <summary>An assembly as the compiler left it: what it really refers to.</summary>
internal static class CompiledAssembly
{
    /// <summary>Names of the shipped assemblies that stand beside the tests.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        .Select(path => Path.GetFileNameWithoutExtension(path)!)
        .Where(name => name == "thesis" || (name.StartsWith("ThesisApp.", StringComparison.Ordinal) && !name.EndsWith(".Tests", StringComparison.Ordinal)));

    public static string ProjectOf(string assembly) => assembly == "thesis" ? "ThesisApp.Cli" : assembly;

    public static IReadOnlyList<string> ReferencesOf(string assembly)
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        using PEReader image = new(file);
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
