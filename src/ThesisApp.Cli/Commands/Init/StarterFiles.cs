namespace ThesisApp.Cli.Commands.Init;

/// <summary>The files that <c>init</c> writes, embedded in the program.</summary>
internal static class StarterFiles
{
    private const string Prefix = "starter/";

    /// <summary>Their names relative to the folder, with forward slashes.</summary>
    public static IReadOnlyList<string> Names { get; } = ["thesis.yaml", "references.bib", "sources/naur1985.md"];

    /// <summary>A file's bytes.</summary>
    public static ReadOnlyMemory<byte> Read(string name)
    {
        using var stream = typeof(StarterFiles).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The starter file '{name}' is not embedded.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
