namespace ThesisApp.Coordination.Runs;

/// <summary>Names of a run's inputs.</summary>
public static class RunInputs
{
    /// <summary>The specification's YAML.</summary>
    public const string Spec = "spec";

    /// <summary>The BibTeX file.</summary>
    public const string Bibliography = "bibliography";

    /// <summary>What the name of a source starts with.</summary>
    public const string SourcePrefix = "source:";

    /// <summary>What the name of an image starts with.</summary>
    public const string ImagePrefix = "image:";

    /// <summary>The name of a source's input.</summary>
    public static string Source(string path) => SourcePrefix + path;

    /// <summary>The name of an image's input.</summary>
    public static string Image(string path) => ImagePrefix + path;
}
