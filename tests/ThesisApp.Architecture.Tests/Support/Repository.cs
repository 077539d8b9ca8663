using System.Xml.Linq;

namespace ThesisApp.Architecture.Tests.Support;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>All projects by name, tests included.</summary>
    public static IReadOnlyDictionary<string, ProjectFile> Projects { get; } =
        Files("*.csproj").Select(path => new ProjectFile(path, XDocument.Load(path))).ToDictionary(project => project.Name, StringComparer.Ordinal);

    /// <summary>The projects that are shipped.</summary>
    public static IEnumerable<ProjectFile> Products => Projects.Values.Where(project => !project.IsTest);

    /// <summary>Files by pattern, without what builds leave behind.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" || part.StartsWith('.')))
            .Order(StringComparer.Ordinal);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ThesisApp.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"There is no ThesisApp.sln above {AppContext.BaseDirectory}.");
    }
}
