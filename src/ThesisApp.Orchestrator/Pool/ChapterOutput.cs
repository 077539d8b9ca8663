using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>The file that the sandbox of a chapter writes the chapter's text to.</summary>
/// <param name="Inside">Where the agent finds it.</param>
/// <param name="File">The file of this machine that it is lent; null where there is none.</param>
internal sealed record ChapterOutput(string Inside, WritableFile? File)
{
    private const string Folder = "/output";

    // The sandbox's user is another than this one. What keeps others of this machine out is the folder.
    private const UnixFileMode Anybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the file, if sandboxes of this kind can be lent one. Its text stays until the next one is written.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="runId">The run.</param>
    /// <param name="chapter">Id of the chapter.</param>
    public static ChapterOutput Of(SandboxOptions options, string runId, string chapter)
    {
        string inside = $"{Folder}/{chapter}.md";
        if (options.Kind == SandboxKinds.Kubernetes)
        {
            // A pod may be on another machine: it has its scratch, and the text is in the store.
            return new ChapterOutput($"/tmp/{chapter}.md", null);
        }

        // Names come from the store, where agents may write: whatever is asked for, a file is made nowhere else.
        if (Path.GetFileName(runId) != runId || Path.GetFileName(chapter) != chapter || runId is "" or "." or "..")
        {
            throw new SandboxException($"'{runId}' and '{chapter}' are no names of a run and a chapter: no file is made for them.");
        }

        string folder = Path.Combine(Path.GetFullPath(options.Output), runId);
        string path = Path.Combine(folder, $"{chapter}.md");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            System.IO.File.AppendAllText(path, string.Empty);
        }
        else
        {
            Directory.CreateDirectory(folder, Own);
            System.IO.File.AppendAllText(path, string.Empty);
            System.IO.File.SetUnixFileMode(path, Anybody);
        }

        return new ChapterOutput(options.Kind == SandboxKinds.Process ? path : inside, new WritableFile(path, inside));
    }
}
