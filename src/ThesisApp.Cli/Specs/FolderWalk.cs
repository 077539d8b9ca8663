namespace ThesisApp.Cli.Specs;

/// <summary>Lists the files below a folder within bounds.</summary>
/// <remarks>Hidden folders and output folders of earlier runs are left out, links to folders are not followed (they may form loops), and the walk ends at a depth and a number of files.</remarks>
internal static class FolderWalk
{
    /// <summary>Levels of folders that are looked into.</summary>
    public const int MaxDepth = 24;

    /// <summary>Files that are looked at.</summary>
    public const int MaxFiles = 50_000;

    /// <summary>Name of the folder in which <c>generate</c> keeps its state; its parent holds results, not sources.</summary>
    public const string StateFolder = ".thesis";

    /// <summary>Files of the folder itself (depth 1) and of those below it.</summary>
    public static IEnumerable<string> Files(string folder, int depth) => Walk(folder, Math.Min(depth, MaxDepth)).Take(MaxFiles);

    private static IEnumerable<string> Walk(string folder, int depth)
    {
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };
        foreach (var file in Directory.EnumerateFiles(folder, "*", options))
        {
            yield return file;
        }

        if (depth <= 1)
        {
            yield break;
        }

        foreach (var child in Directory.EnumerateDirectories(folder, "*", options))
        {
            var info = new DirectoryInfo(child);
            if (info.LinkTarget is null && !info.Name.StartsWith('.') && !Directory.Exists(Path.Combine(child, StateFolder)))
            {
                foreach (var file in Walk(child, depth - 1))
                {
                    yield return file;
                }
            }
        }
    }
}
