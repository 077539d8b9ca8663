using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Specs;

namespace ThesisApp.Cli.Exporting;

/// <summary>A folder to which files are written under names that a server gave: none may leave it.</summary>
internal sealed class SafeFolder(string path)
{
    private const int MaxNameLength = 240;

    /// <summary>Full path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Makes the folder and finds out whether files can be written to it.</summary>
    /// <exception cref="CliException">They can't.</exception>
    public void CheckWritable()
    {
        try
        {
            Directory.CreateDirectory(Path);
            var probe = System.IO.Path.Combine(Path, $".thesis-probe-{Environment.ProcessId}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.BadInput, $"The output folder '{Path}' can't be written: {(IsBelowFile() ? "there is a file of that name, or above it." : exception.Message)}", "Name another with --output, or change its permissions.");
        }
    }

    /// <summary>Writes a file: whole or not at all.</summary>
    /// <exception cref="CliException">The name would leave the folder.</exception>
    public async Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var target = Resolve(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        var temporary = $"{target}.{Environment.ProcessId}.part";
        try
        {
            await File.WriteAllBytesAsync(temporary, content, cancellationToken);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Removes a file that an earlier run left, if it is there.</summary>
    public void Remove(string name) => File.Delete(Resolve(name));

    /// <summary>The full path of a file in the folder.</summary>
    /// <exception cref="CliException">The name would leave the folder, or is none that is safe on every system.</exception>
    public string Resolve(string name)
    {
        var parts = name.Split('/');
        var isSafe = name.Length is > 0 and <= MaxNameLength && parts.All(IsSafePart);
        var target = System.IO.Path.Combine(Path, System.IO.Path.Combine(parts));
        return isSafe && RealPath.IsInside(Path, System.IO.Path.GetDirectoryName(target)!)
            ? target
            : throw new CliException(ExitCodes.Unreachable, $"The server offers a file '{name}', which would not stay in the output folder.", "Nothing was written under that name. Is this the right server?");
    }

    // The messages of the system do not say so.
    private bool IsBelowFile()
    {
        for (var folder = Path; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSafePart(string part) =>
        part.Length > 0
        && !part.StartsWith('.')
        && !part.EndsWith('.')
        && !part.EndsWith(' ')
        && part.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or ' ');
}
