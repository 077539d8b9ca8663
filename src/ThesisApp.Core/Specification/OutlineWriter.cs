using System.Globalization;
using System.Text;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Specification;

/// <summary>Writes an outline as YAML for a person to read and edit; <see cref="OutlineReader"/> reads it back as it was.</summary>
public static class OutlineWriter
{
    /// <summary>The outline as YAML, every text in quotes: what it says can be nothing but text.</summary>
    public static string Write(Outline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        StringBuilder yaml = new();
        yaml.Append("# The outline. Numbers follow from the order; ids, artifacts (needs, gives) and sources are explained in docs/review.md.\n");
        yaml.Append("chapters:\n");
        foreach (OutlineChapter chapter in outline.Chapters)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - id: {chapter.Id}\n    title: {Quoted(chapter.Title)}\n    sections:\n");
            foreach (OutlineSection section in chapter.Sections)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"      - id: {section.Id[(section.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]}\n");
                Line(yaml, "title", Quoted(section.Title));
                Line(yaml, "role", section.Role);
                Line(yaml, "brief", Quoted(section.Brief));
                Line(yaml, "words", section.Words.ToString(CultureInfo.InvariantCulture));
                Line(yaml, "needs", section.Needs.Count == 0 ? null : $"[{string.Join(", ", section.Needs)}]");
                Line(yaml, "gives", section.Gives.Count == 0 ? null : $"[{string.Join(", ", section.Gives)}]");
                Line(yaml, "question", section.ResearchQuestion is { } index ? (index + 1).ToString(CultureInfo.InvariantCulture) : null);
                Line(yaml, "sources", section.Sources is { } sources ? $"[{string.Join(", ", sources.Select(Quoted))}]" : null);
            }
        }

        return yaml.ToString();
    }

    private static void Line(StringBuilder yaml, string key, string? value)
    {
        if (value is not null)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"        {key}: {value}\n");
        }
    }

    // YAML's double quotes: whatever is no plain character is written by its number.
    private static string Quoted(string text)
    {
        StringBuilder quoted = new("\"", text.Length + 2);
        foreach (char c in text)
        {
            if (c is '"' or '\\')
            {
                quoted.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' || char.IsSurrogate(c))
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append('"').ToString();
    }
}
