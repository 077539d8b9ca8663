using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ThesisApp.Cli.Specs;

/// <summary>What a specification says about files, with the lines where it says so. Readable even where the rest of the specification is wrong.</summary>
internal sealed class SpecLines
{
    private const int MaxDepth = 12;

    private SpecLines(IReadOnlyList<SpecReference> sources, SpecReference? bibliography)
    {
        Sources = sources;
        Bibliography = bibliography;
    }

    /// <summary>Items of <c>sources</c>.</summary>
    public IReadOnlyList<SpecReference> Sources { get; }

    /// <summary>The value of <c>bibliography</c>, or null.</summary>
    public SpecReference? Bibliography { get; }

    /// <summary>Reads the references; none if the text is no YAML at all, which the reader of the specification reports.</summary>
    public static SpecLines Read(string yaml)
    {
        try
        {
            if (!IsShallow(yaml))
            {
                return new SpecLines([], null);
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is not [{ RootNode: YamlMappingNode root }, ..])
            {
                return new SpecLines([], null);
            }

            var sources = Value(root, "sources") switch
            {
                YamlSequenceNode list => list.Children.OfType<YamlScalarNode>(),
                YamlScalarNode single => [single],
                _ => [],
            };
            return new SpecLines([.. sources.Select(Reference).OfType<SpecReference>()], Value(root, "bibliography") is YamlScalarNode file ? Reference(file) : null);
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // Brackets that are never closed end so, in YamlDotNet.
            return new SpecLines([], null);
        }
    }

    // A tree is built by recursion, which a hostile file could make too deep for the stack; events come one by one.
    private static bool IsShallow(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current is MappingStart or SequenceStart ? 1 : parser.Current is MappingEnd or SequenceEnd ? -1 : 0;
            if (depth > MaxDepth)
            {
                return false;
            }
        }

        return true;
    }

    private static YamlNode? Value(YamlMappingNode root, string key) =>
        root.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: { } name } && name == key).Value;

    private static SpecReference? Reference(YamlScalarNode node) => string.IsNullOrWhiteSpace(node.Value)
        ? null
        : new SpecReference(node.Value, Convert.ToInt32(node.Start.Line, CultureInfo.InvariantCulture), Convert.ToInt32(node.Start.Column, CultureInfo.InvariantCulture));
}
