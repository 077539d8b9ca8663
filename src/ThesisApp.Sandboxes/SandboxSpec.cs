namespace ThesisApp.Sandboxes;

/// <summary>What is to run in a sandbox, and what it may see.</summary>
public sealed record SandboxSpec
{
    /// <summary>Its id, unique among the sandboxes of the launcher: 2 to 60 small letters, digits and hyphens, a letter or digit first.</summary>
    public required string Id { get; init; }

    /// <summary>The program and its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The whole environment: nothing of the launcher's own is passed on. HOME, TMPDIR and PATH are set by the launcher unless they are here.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Files and folders of this machine that it reads, under the same paths, besides what every program needs (<c>/usr</c>, or the image).</summary>
    public IReadOnlyList<string> ReadOnlyPaths { get; init; } = [];

    /// <summary>Files of this machine that it may write, each as large as its scratch at most; they must be there. A plain process has them where they are, a pod not at all.</summary>
    public IReadOnlyList<WritableFile> WritableFiles { get; init; } = [];

    /// <summary>True to leave it the network; false, the default value, for none where that can be withheld: it reaches what <see cref="ReadOnlyPaths"/> holds sockets for.</summary>
    public bool HasNetwork { get; init; }

    /// <summary>What it may use up.</summary>
    public SandboxLimits Limits { get; init; } = new();

    /// <summary>Throws unless the id can name a folder, a control group and a container.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    internal SandboxSpec Checked()
    {
        if (Id.Length is < 2 or > 60 || !Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') || Id[0] == '-')
        {
            throw new ArgumentException($"'{Id}' cannot name a sandbox: write 2 to 60 small letters, digits and hyphens, a letter or digit first.");
        }

        return Command.Count > 0 ? this : throw new ArgumentException("A sandbox needs a command.");
    }
}
