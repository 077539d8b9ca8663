using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ThesisApp.Core.Specification;

/// <summary>A place in the specification: reads values and reports what is wrong with them.</summary>
internal sealed class SpecNode(YamlNode node, SpecProblems problems, string name)
{
    public int Line => (int)node.Start.Line;

    public string Name => name;

    public void Report(string message, string remedy) => problems.Add(Line, (int)node.Start.Column, message, remedy);

    /// <summary>Reports keys that are not known, with the nearest one that is.</summary>
    public void AllowOnly(IReadOnlyList<string> known)
    {
        if (node is not YamlMappingNode mapping)
        {
            Report($"{Capital(name)} must be a list of 'key: value' lines.", $"Its keys are {string.Join(", ", known)}.");
            return;
        }

        foreach (YamlNode key in mapping.Children.Keys)
        {
            string text = (key as YamlScalarNode)?.Value ?? "?";
            if (!known.Contains(text, StringComparer.Ordinal))
            {
                string remedy = NearestName.Find(text, known) is { } near ? $"Did you mean '{near}'?" : $"Known keys: {string.Join(", ", known)}.";
                problems.Add((int)key.Start.Line, (int)key.Start.Column, $"Unknown key '{text}' in {name}.", remedy);
            }
        }
    }

    public SpecNode? Child(string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? child)
            ? new SpecNode(child, problems, $"'{key}'")
            : null;

    public IReadOnlyList<SpecNode> Items(string key, bool required)
    {
        if (Child(key) is not { } child)
        {
            if (required)
            {
                Missing(key, "a list with at least one entry");
            }

            return [];
        }

        return child.Items(required);
    }

    public string? Text(string key, bool required = false, int maxLength = 10_000)
    {
        if (Child(key) is { } child)
        {
            return child.AsText(maxLength);
        }

        if (required)
        {
            Missing(key, "a text");
        }

        return null;
    }

    public int? Number(string key, int least, int most)
    {
        if (Child(key) is not { } child)
        {
            return null;
        }

        string text = (child.Scalar() ?? string.Empty).Replace("_", string.Empty, StringComparison.Ordinal);
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) || number < least || number > most)
        {
            child.Report($"{Capital(child.Name)} must be a whole number from {least} to {most}.", $"Write for example '{key}: {Math.Clamp(12_000, least, most)}'.");
            return null;
        }

        return number;
    }

    public decimal? Amount(string key)
    {
        if (Child(key) is not { } child)
        {
            return null;
        }

        if (!decimal.TryParse(child.Scalar(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) || amount <= 0 || amount > 1_000_000)
        {
            child.Report($"{Capital(child.Name)} must be an amount of money, more than 0 and at most 1000000.", $"Write for example '{key}: 2.50'.");
            return null;
        }

        return amount;
    }

    public string? OneOf(string key, IReadOnlyList<string> known)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (known.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        string remedy = NearestName.Find(text, known) is { } near ? $"Did you mean '{near}'?" : $"Known: {string.Join(", ", known)}.";
        Child(key)!.Report($"Unknown {key} '{text}'.", remedy);
        return null;
    }

    /// <summary>This node's own text; null, and reported, if it is none.</summary>
    public string? AsText(int maxLength)
    {
        string? text = Scalar()?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            Report($"{Capital(name)} must be a text, and not empty.", "Put texts with a colon or a # into quotes.");
            return null;
        }

        if (text.Length > maxLength)
        {
            Report($"{Capital(name)} has {text.Length} characters.", $"At most {maxLength} are allowed.");
            return null;
        }

        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
        {
            Report($"{Capital(name)} contains a control character.", "Remove it.");
            return null;
        }

        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private IReadOnlyList<SpecNode> Items(bool required)
    {
        if (node is not YamlSequenceNode sequence)
        {
            Report($"{Capital(name)} must be a list.", "Write one entry a line, each after '- ', or [a, b].");
            return [];
        }

        if (required && sequence.Children.Count == 0)
        {
            Report($"{Capital(name)} is empty.", "It needs at least one entry.");
        }

        return [.. sequence.Children.Select(child => new SpecNode(child, problems, $"an entry of {name}"))];
    }

    // A plain 'null' or '~' is YAML's word for nothing, not a text.
    private string? Scalar() =>
        node is YamlScalarNode scalar && !(scalar.Style == ScalarStyle.Plain && scalar.Value is "null" or "~") ? scalar.Value : null;

    private void Missing(string key, string what)
    {
        if (node is YamlMappingNode)
        {
            Report($"The key '{key}' is missing in {name}.", $"Add '{key}: ' with {what}.");
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
