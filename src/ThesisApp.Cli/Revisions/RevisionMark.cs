using System.Text.RegularExpressions;
using ThesisApp.Client;

namespace ThesisApp.Cli.Revisions;

/// <summary>The first line of a file that is to be edited: it says which revision the file was made from, so that nothing is overwritten that its editor has not seen.</summary>
internal static partial class RevisionMark
{
    /// <summary>A YAML text with its mark.</summary>
    public static string InYaml(RevisedText text) => $"# revision: {text.Revision}\n{text.Text}";

    /// <summary>A Markdown text with its mark.</summary>
    public static string InMarkdown(RevisedText text) => $"<!-- revision: {text.Revision} -->\n{text.Text}";

    /// <summary>The text without its mark, and the revision that the mark names; null where there is none.</summary>
    public static (string Text, string? Revision) Read(string file)
    {
        var text = file.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        return Pattern().Match(text) is { Success: true } mark ? (text[mark.Length..], mark.Groups[1].Value) : (text, null);
    }

    [GeneratedRegex(@"\A(?:#|<!--) revision: ([0-9a-f]{8,64})(?: -->)?[ \t]*(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
