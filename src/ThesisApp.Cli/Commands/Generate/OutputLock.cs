using ThesisApp.Cli.Errors;

namespace ThesisApp.Cli.Commands.Generate;

/// <summary>Keeps two <c>generate</c> commands from writing to one folder.</summary>
internal static class OutputLock
{
    /// <summary>Takes the lock; it is given back when the stream is disposed or the process ends.</summary>
    /// <exception cref="CliException">Another process has it.</exception>
    public static FileStream Take(string stateFolder)
    {
        try
        {
            return new FileStream(Path.Combine(stateFolder, "generate.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new CliException(ExitCodes.BadInput, $"Another 'thesis generate' is at work in '{Path.GetDirectoryName(stateFolder)}'.", "Wait for it, or name another folder with --output.");
        }
    }
}
