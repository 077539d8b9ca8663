using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ThesisApp.Core.Specification;

/// <summary>Loads one YAML mapping, refusing what a specification never needs and an attacker might.</summary>
internal static class YamlTree
{
    private const int MaxDepth = 12;

    public static YamlMappingNode? Load(string yaml, SpecProblems problems)
    {
        Parser parser = new(new StringReader(yaml));
        try
        {
            return IsHarmless(parser, problems) ? LoadMapping(yaml, problems) : null;
        }
        catch (YamlException exception)
        {
            (int line, int column) = Place(yaml, exception);
            problems.Add(line, column, $"This is not valid YAML: {InPlainWords(exception)}", "Check indentation, colons and quotes on this line and the one before.");
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            problems.Add(LastLine(parser), 1, "This is not valid YAML from here on.", "Check brackets, braces and quotes on this line and the next: one of them is not closed.");
            return null;
        }
    }

    // YamlDotNet's parser fails so on brackets that are not closed, and does not say where.
    private static int LastLine(Parser parser) => (int)(parser.Current?.End.Line ?? 1);

    // What is never closed is missed only after the end of the file: the last line with something on it is the one to look at.
    private static (int Line, int Column) Place(string yaml, YamlException exception)
    {
        string[] lines = yaml.TrimEnd().Split('\n');

        // A tab is reported where the block begins that it stands in.
        if (exception.Message.Contains("tab", StringComparison.Ordinal) && Array.FindIndex(lines, IsIndentedByTab) is >= 0 and var tab)
        {
            return (tab + 1, lines[tab].IndexOf('\t', StringComparison.Ordinal) + 1);
        }

        return exception.Start.Line > lines.Length ? (lines.Length, lines[^1].Length + 1) : ((int)exception.Start.Line, (int)exception.Start.Column);
    }

    private static bool IsIndentedByTab(string line) => line.Length > line.TrimStart().Length && line[..^line.TrimStart().Length].Contains('\t', StringComparison.Ordinal);

    private static YamlMappingNode? LoadMapping(string yaml, SpecProblems problems)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        switch (stream.Documents.Count)
        {
            case 0:
                problems.Add(0, 0, "The specification is empty.", "Run 'thesis init' for one to start from.");
                return null;
            case > 1:
                problems.Add((int)stream.Documents[1].RootNode.Start.Line, 1, "A specification is one YAML document, and here a second one starts.", "Remove the '---' before it.");
                return null;
        }

        YamlNode root = stream.Documents[0].RootNode;
        if (root is YamlMappingNode mapping)
        {
            return mapping;
        }

        problems.Add((int)root.Start.Line, (int)root.Start.Column, "The specification must be a list of 'key: value' lines.", "Start with 'title: ...'.");
        return null;
    }

    // Before anything is built from the text: aliases can make a small file expand without end, deep nesting can exhaust the stack.
    private static bool IsHarmless(Parser parser, SpecProblems problems)
    {
        int depth = 0;
        while (parser.MoveNext())
        {
            ParsingEvent happened = parser.Current!;
            depth += happened.NestingIncrease;
            if (happened is AnchorAlias)
            {
                problems.Add((int)happened.Start.Line, (int)happened.Start.Column, "YAML aliases (*name) are not supported.", "Write the value out.");
                return false;
            }

            if (depth > MaxDepth)
            {
                problems.Add((int)happened.Start.Line, (int)happened.Start.Column, "The YAML is nested too deeply.", "A specification needs no more than chapters, sections and lists.");
                return false;
            }
        }

        return true;
    }

    private static string InPlainWords(YamlException exception)
    {
        string message = exception.Message;
        int position = message.IndexOf("): ", StringComparison.Ordinal);
        if (message.StartsWith('(') && position >= 0)
        {
            message = message[(position + 3)..];
        }

        return message.TrimEnd('.') + ".";
    }
}
