using System.Text;
using ThesisApp.Cli.Errors;

namespace ThesisApp.Cli.Revisions;

/// <summary>A file that a user has edited.</summary>
internal static class EditedFile
{
    private const long MostBytes = 1024 * 1024;

    /// <summary>Reads it.</summary>
    /// <exception cref="CliException">It is not there, too large, or no text.</exception>
    public static async Task<(string Text, string? Revision)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > MostBytes)
        {
            throw new CliException(ExitCodes.BadInput, file.Exists ? $"The file '{path}' is larger than 1 MB." : $"There is no file '{path}'.", "Name the file that you have edited.");
        }

        try
        {
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            return RevisionMark.Read(strict.GetString(await File.ReadAllBytesAsync(path, cancellationToken)));
        }
        catch (DecoderFallbackException)
        {
            throw new CliException(ExitCodes.BadInput, $"The file '{path}' is not UTF-8 text.", "Save it as UTF-8.");
        }
    }
}
