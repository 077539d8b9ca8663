using System.Reflection;

namespace ThesisApp.Writing.Chat.Prompts;

/// <summary>The prompts, read from the assembly.</summary>
internal static class PromptCatalog
{
    /// <summary>What holds for every answer.</summary>
    public static PromptTemplate System { get; } = Read("system");

    /// <summary>Makes the outline.</summary>
    public static PromptTemplate Outline { get; } = Read("outline");

    /// <summary>Says what to look up for a section.</summary>
    public static PromptTemplate Research { get; } = Read("research");

    /// <summary>Writes a section.</summary>
    public static PromptTemplate Draft { get; } = Read("draft");

    /// <summary>Writes it anew, for reasons.</summary>
    public static PromptTemplate Revise { get; } = Read("revise");

    /// <summary>Judges it.</summary>
    public static PromptTemplate Review { get; } = Read("review");

    /// <summary>Establishes an artifact.</summary>
    public static PromptTemplate Establish { get; } = Read("establish");

    /// <summary>Opens a chapter.</summary>
    public static PromptTemplate Frame { get; } = Read("frame");

    /// <summary>Writes the abstract.</summary>
    public static PromptTemplate Abstract { get; } = Read("abstract");

    /// <summary>Reads the whole.</summary>
    public static PromptTemplate Consistency { get; } = Read("consistency");

    private static PromptTemplate Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"prompt/{name}.md")
            ?? throw new InvalidOperationException($"The prompt {name}.md is not embedded in the assembly.");
        using StreamReader reader = new(stream);
        return PromptTemplate.Parse(name, reader.ReadToEnd());
    }
}
