using System.Text;

namespace ThesisApp.Sandboxes.Processes;

/// <summary>Reads what a sandbox has written.</summary>
internal static class OutputFile
{
    private const int Most = 8_192;

    /// <summary>The last part of a file; empty if there is none.</summary>
    public static async Task<string> ReadTailAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Seek(-Math.Min(file.Length, Most), SeekOrigin.End);
            using StreamReader reader = new(file, Encoding.UTF8);
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return string.Empty;
        }
    }
}
