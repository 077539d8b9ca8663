using System.Globalization;
using System.Reflection;
using ThesisApp.Core.Outlines;
using YamlDotNet.RepresentationModel;

namespace ThesisApp.Core.Templates;

/// <summary>The built-in templates.</summary>
public static class TemplateCatalog
{
    /// <summary>The template of a specification that names none.</summary>
    public const string Default = "empirical-case-study";

    private static readonly string[] SectionKeys = ["id", "title", "role", "brief", "weight", "perQuestion", "needs", "gives"];

    private static readonly Lazy<ThesisTemplate> EmpiricalCaseStudy = new(() => Load(Default));

    /// <summary>Names of all templates.</summary>
    public static IReadOnlyList<string> Names { get; } = [Default];

    /// <summary>Artifacts that any outline may need without a section's giving them.</summary>
    public static IReadOnlyList<OutlineArtifact> BuiltInArtifacts => EmpiricalCaseStudy.Value.Artifacts;

    /// <summary>A template by name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static ThesisTemplate Get(string name) =>
        name == Default ? EmpiricalCaseStudy.Value : throw new ArgumentException($"There is no template '{name}'. Known: {string.Join(", ", Names)}.", nameof(name));

    /// <summary>A template by name, its titles and briefs in a language (BCP 47); in English where they are not translated.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static ThesisTemplate Get(string name, string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return TemplateWording.Apply(Get(name), language);
    }

    private static ThesisTemplate Load(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + ".yaml")
            ?? throw new InvalidOperationException($"The template {name}.yaml is not embedded in the assembly.");
        using StreamReader reader = new(stream);
        YamlStream yaml = [];
        yaml.Load(reader);
        YamlNode root = yaml.Documents[0].RootNode;
        return new ThesisTemplate(
            name,
            [.. Items(root, "artifacts").Select(item => new OutlineArtifact(Text(item, "name"), Text(item, "brief"), Texts(item, "needs")))],
            [.. Items(root, "chapters").Select(item => new TemplateChapter(Text(item, "id"), Text(item, "title"), [.. Items(item, "sections").Select(ReadSection)]))]);
    }

    private static TemplateSection ReadSection(YamlNode node)
    {
        // A comma in a title without quotation marks cuts it off, and makes a key of the rest.
        if (((YamlMappingNode)node).Children.Keys.OfType<YamlScalarNode>().FirstOrDefault(key => !SectionKeys.Contains(key.Value, StringComparer.Ordinal)) is { } unknown)
        {
            throw new InvalidOperationException($"A template's section at line {node.Start.Line} has an unknown key '{unknown.Value}'.");
        }

        return new(
            Text(node, "id"),
            Text(node, "title"),
            Text(node, "role"),
            Text(node, "brief"),
            int.Parse(Text(node, "weight"), CultureInfo.InvariantCulture),
            Find(node, "perQuestion") is YamlScalarNode { Value: "true" },
            Texts(node, "needs"),
            Texts(node, "gives"));
    }

    private static YamlNode? Find(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out YamlNode? child) ? child : null;

    private static string Text(YamlNode node, string key) =>
        (Find(node, key) as YamlScalarNode)?.Value ?? throw new InvalidOperationException($"A template's entry at line {node.Start.Line} lacks '{key}'.");

    private static IEnumerable<YamlNode> Items(YamlNode node, string key) => (Find(node, key) as YamlSequenceNode)?.Children ?? [];

    private static string[] Texts(YamlNode node, string key) => [.. Items(node, key).OfType<YamlScalarNode>().Select(item => item.Value ?? string.Empty)];
}
