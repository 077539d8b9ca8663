namespace ThesisApp.Cli.Tests.Support;

/// <summary>A valid specification, to be spoilt by tests.</summary>
internal static class SpecFiles
{
    public const string Head = """
        title: How Storage Evolved
        topic: Storage formats
        researchQuestions:
          - How did the store change?
        words: 2000

        """;

    public static string WithSources(params string[] patterns) =>
        Head + "sources:\n" + string.Concat(patterns.Select(pattern => $"  - \"{pattern}\"\n"));

    /// <summary>Writes a valid specification with one source.</summary>
    public static string WriteValid(TempFolder folder)
    {
        folder.Write("sources/a.md");
        return folder.Write("thesis.yaml", WithSources("sources/*.md"));
    }
}
