using System.Text;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Revisions;
using ThesisApp.Client;

namespace ThesisApp.Cli.Commands.Generate;

/// <summary>Gets the user's word on an outline: from a file that was named, else by asking, where somebody can be asked.</summary>
internal sealed class OutlineApproval(CliServices services, GenerateRequest request)
{
    /// <summary>The file that the outline is written to.</summary>
    public const string FileName = "outline.yaml";

    /// <summary>True once the file that was named has been sent.</summary>
    public bool FileWasSent { get; private set; }

    /// <summary>Gets it.</summary>
    /// <returns>True if the run goes on, false if it is to wait.</returns>
    public async Task<bool> GetAsync(IThesisClient client, string runId, CancellationToken cancellationToken)
    {
        // Sent once: a run that waits again after it has another outline than the one that the file is about.
        if (request.Approval.File is { } file && !FileWasSent)
        {
            FileWasSent = true;
            await SendAsync(client, runId, file, cancellationToken);
            return true;
        }

        var path = await WriteAsync(client, runId, cancellationToken);
        if (services.Terminal.Input is not { } input)
        {
            return false;
        }

        while (true)
        {
            services.Terminal.Say($"The outline is in {path}. Edit and save that file if you like. Enter goes on with it, q stops here:");
            var answer = await input.ReadLineAsync(cancellationToken);
            if (answer is null || answer.Trim().StartsWith('q'))
            {
                return false;
            }

            try
            {
                await SendAsync(client, runId, path, cancellationToken);
                return true;
            }
            catch (ThesisApiException exception) when (exception.StatusCode is 400 or 412)
            {
                new ErrorReport(services).Write(exception, asJson: false);
            }
        }
    }

    private static async Task SendAsync(IThesisClient client, string runId, string file, CancellationToken cancellationToken)
    {
        var (yaml, revision) = await EditedFile.ReadAsync(file, cancellationToken);
        await client.EditOutlineAsync(runId, new RevisedText(yaml, revision ?? "*"), cancellationToken);
    }

    // A file that was made from this very outline may have been edited since, and is left as it is.
    private async Task<string> WriteAsync(IThesisClient client, string runId, CancellationToken cancellationToken)
    {
        var outline = await client.GetOutlineAsync(runId, cancellationToken);
        var path = request.Output.Resolve(FileName);
        var before = File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : null;
        var isEdited = before is not null && RevisionMark.Read(before).Revision == outline.Revision;
        if (!isEdited)
        {
            var text = RevisionMark.InYaml(outline);
            if (before is not null && before != text)
            {
                // One of another outline, or whose mark was lost, may hold somebody's work.
                await request.Output.WriteAsync(FileName + ".bak", Encoding.UTF8.GetBytes(before), cancellationToken);
            }

            await request.Output.WriteAsync(FileName, Encoding.UTF8.GetBytes(text), cancellationToken);
        }

        return path;
    }
}
