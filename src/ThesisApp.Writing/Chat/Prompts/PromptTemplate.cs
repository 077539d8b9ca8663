using System.Globalization;
using System.Text.RegularExpressions;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Chat.Prompts;

/// <summary>A prompt's file: a version and the names of its inputs at its head, then the text with <c>{{name}}</c> where an input stands.</summary>
internal sealed partial class PromptTemplate
{
    private readonly string _text;
    private readonly HashSet<string> _inputs;

    private PromptTemplate(string name, int version, HashSet<string> inputs, string text)
    {
        Name = name;
        _inputs = inputs;
        _text = text;

        // A text that was changed without its number makes other answers all the same.
        Version = string.Create(CultureInfo.InvariantCulture, $"{name}/{version}-{StableHash.Of(text):x8}");
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Name, number and hash of the text: a part of the key under which results are cached.</summary>
    public string Version { get; }

    /// <summary>Reads a prompt's file.</summary>
    /// <exception cref="InvalidDataException">It has no head, or its inputs are not those of its text.</exception>
    public static PromptTemplate Parse(string name, string file)
    {
        Match head = Head().Match(file.ReplaceLineEndings("\n"));
        if (!head.Success)
        {
            throw new InvalidDataException($"The prompt {name} does not begin with its version and inputs.");
        }

        HashSet<string> inputs = head.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        string text = head.Groups[3].Value.Trim();
        return inputs.SetEquals(Placeholder().Matches(text).Select(match => match.Groups[1].Value))
            ? new PromptTemplate(name, int.Parse(head.Groups[1].Value, CultureInfo.InvariantCulture), inputs, text)
            : throw new InvalidDataException($"The prompt {name} does not use just the inputs that it names.");
    }

    /// <summary>The text with its inputs. What an input holds is never taken for a placeholder.</summary>
    /// <exception cref="ArgumentException">The inputs are not those that the prompt names.</exception>
    public string Render(IReadOnlyDictionary<string, string> inputs) => _inputs.SetEquals(inputs.Keys)
        ? ManyEmptyLines().Replace(Placeholder().Replace(_text, match => inputs[match.Groups[1].Value]), "\n\n")
        : throw new ArgumentException($"The prompt {Name} wants {string.Join(", ", _inputs.Order(StringComparer.Ordinal))}.", nameof(inputs));

    [GeneratedRegex(@"\A---\nversion: (\d+)\ninputs: ([^\n]+)\n---\n(.*)\z", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"\{\{([a-z]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex ManyEmptyLines();
}
