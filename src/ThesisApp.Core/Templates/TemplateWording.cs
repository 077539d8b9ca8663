using System.Reflection;
using YamlDotNet.RepresentationModel;

namespace ThesisApp.Core.Templates;

/// <summary>A template's titles and briefs in another language: a file beside it, <c>name.de.yaml</c>. What the file leaves out stays as it is.</summary>
internal static class TemplateWording
{
    private static readonly string[] Languages = ["de", "es", "fr"];

    /// <summary>The template in a language (BCP 47), or as it is where there is no file of that language.</summary>
    public static ThesisTemplate Apply(ThesisTemplate template, string language)
    {
        string two = language.Split('-')[0].ToLowerInvariant();
        if (!Languages.Contains(two, StringComparer.Ordinal))
        {
            return template;
        }

        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{template.Name}.{two}.yaml")
            ?? throw new InvalidOperationException($"The wording {template.Name}.{two}.yaml is not embedded in the assembly.");
        using StreamReader reader = new(stream);
        YamlStream yaml = [];
        yaml.Load(reader);
        YamlNode root = yaml.Documents[0].RootNode;
        YamlNode? artifacts = Find(root, "artifacts");
        YamlNode? chapters = Find(root, "chapters");
        YamlNode? sections = Find(root, "sections");
        return template with
        {
            Artifacts = [.. template.Artifacts.Select(artifact => artifact with { Brief = Text(artifacts, artifact.Name) ?? artifact.Brief })],
            Chapters =
            [
                .. template.Chapters.Select(chapter => chapter with
                {
                    Title = Text(chapters, chapter.Id) ?? chapter.Title,
                    Sections =
                    [
                        .. chapter.Sections.Select(section =>
                        {
                            YamlNode? own = Find(sections, $"{chapter.Id}/{section.Id}");
                            return section with { Title = Text(own, "title") ?? section.Title, Brief = Text(own, "brief") ?? section.Brief };
                        }),
                    ],
                }),
            ],
        };
    }

    private static YamlNode? Find(YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? child) ? child : null;

    private static string? Text(YamlNode? node, string key) => (Find(node, key) as YamlScalarNode)?.Value;
}
