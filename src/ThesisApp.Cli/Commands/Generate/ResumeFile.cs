using System.Security.Cryptography;
using System.Text.Json;
using ThesisApp.Cli.Json;

namespace ThesisApp.Cli.Commands.Generate;

/// <summary>Reads and writes <see cref="ResumeState"/>.</summary>
internal sealed class ResumeFile(string path)
{
    /// <summary>The state to go on with: the stored one if it is about the same inputs and server and not finished, else a new one.</summary>
    /// <param name="inputHash">Hash of all inputs.</param>
    /// <param name="server">The server that was named, or null.</param>
    public ResumeState LoadOrBegin(string inputHash, string? server)
    {
        var stored = Read();
        return stored is { IsFinished: false } && stored.InputHash == inputHash && stored.Server == server
            ? stored
            : Begin(inputHash, server, stored?.Documents);
    }

    /// <summary>A state with a nonce that was never used before.</summary>
    public static ResumeState Begin(string inputHash, string? server, IReadOnlyList<string>? documents) =>
        new(inputHash, server, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), RunId: null, IsFinished: false, documents);

    /// <summary>Stores the state: whole or not at all.</summary>
    public void Save(ResumeState state)
    {
        var temporary = path + ".part";
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(state, CliJson.Default.ResumeState));
        File.Move(temporary, path, overwrite: true);
    }

    private ResumeState? Read()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), CliJson.Default.ResumeState);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            // A file that is missing or was damaged only means that the work starts afresh.
            return null;
        }
    }
}
