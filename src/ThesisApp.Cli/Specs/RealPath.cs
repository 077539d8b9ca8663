namespace ThesisApp.Cli.Specs;

/// <summary>Where a path really leads once every symbolic link on the way is followed.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>The path without links. What does not exist is kept as it is written.</summary>
    /// <exception cref="IOException">The links form a loop.</exception>
    public static string Of(string path)
    {
        var links = 0;
        var pending = new Stack<string>(Split(Path.GetFullPath(path)).Reverse());
        var real = Path.GetPathRoot(Path.GetFullPath(path))!;
        while (pending.TryPop(out var name))
        {
            var next = Path.Combine(real, name);
            if (LinkTarget(next) is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                throw new IOException($"Too many symbolic links on the way to '{path}'.");
            }

            var full = Path.GetFullPath(target, real);
            real = Path.GetPathRoot(full)!;
            foreach (var part in Split(full).Reverse())
            {
                pending.Push(part);
            }
        }

        return real;
    }

    /// <summary>True if <paramref name="path"/> really lies in <paramref name="folder"/> or is it.</summary>
    public static bool IsInside(string folder, string path)
    {
        var realFolder = Path.TrimEndingDirectorySeparator(Of(folder));
        var realPath = Of(path);
        return string.Equals(realPath, realFolder, StringComparison.Ordinal)
            || realPath.StartsWith(realFolder.EndsWith(Path.DirectorySeparatorChar) ? realFolder : realFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    private static string? LinkTarget(string path) => File.Exists(path) || !Directory.Exists(path) ? new FileInfo(path).LinkTarget : new DirectoryInfo(path).LinkTarget;

    private static string[] Split(string fullPath) => fullPath[Path.GetPathRoot(fullPath)!.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
}
