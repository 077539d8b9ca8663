using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Specification;

/// <summary>Reads chapters and sections, of a specification or a template.</summary>
internal static class ChapterReader
{
    private static readonly string[] ChapterKeys = ["id", "title", "sections"];
    private static readonly string[] SectionKeys = ["id", "title", "role", "brief", "words", "needs", "gives"];

    /// <param name="nodes">The chapters.</param>
    /// <param name="places">Takes the place of each section, for mistakes that only the whole shows.</param>
    public static IReadOnlyList<ChapterSpec> Read(IReadOnlyList<SpecNode> nodes, Dictionary<SectionSpec, SpecNode> places)
    {
        List<ChapterSpec> chapters = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (SpecNode node in nodes)
        {
            node.AllowOnly(ChapterKeys);
            string id = ReadId(node, ids, "chapter");
            chapters.Add(new ChapterSpec(id, node.Text("title", required: true, maxLength: 300) ?? id, ReadSections(node, places)));
        }

        return chapters;
    }

    private static List<SectionSpec> ReadSections(SpecNode chapter, Dictionary<SectionSpec, SpecNode> places)
    {
        List<SectionSpec> sections = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (SpecNode node in chapter.Items("sections", required: true))
        {
            node.AllowOnly(SectionKeys);
            string id = ReadId(node, ids, "section");
            string title = node.Text("title", required: true, maxLength: 300) ?? id;
            SectionSpec section = new()
            {
                Id = id,
                Title = title,
                Role = node.OneOf("role", SectionRoles.All) ?? SectionRoles.Literature,
                Brief = node.Text("brief", maxLength: 4_000) ?? title,
                Words = node.Number("words", 50, 20_000),
                Needs = ReadArtifacts(node, "needs"),
                Gives = ReadArtifacts(node, "gives"),
            };
            sections.Add(section);
            places[section] = node;
        }

        return sections;
    }

    private static string ReadId(SpecNode node, HashSet<string> ids, string what)
    {
        string id = node.Text("id", required: true, maxLength: 60) ?? string.Empty;
        if (id.Length == 0)
        {
            return id;
        }

        SpecNode place = node.Child("id")!;
        if (!IsId(id))
        {
            place.Report($"'{id}' cannot be a {what}'s id.", "Use lower-case letters, digits and single hyphens, a letter first.");
        }
        else if (!ids.Add(id))
        {
            place.Report($"The {what} id '{id}' is used twice.", "Give each its own.");
        }

        return id;
    }

    private static List<string> ReadArtifacts(SpecNode node, string key)
    {
        List<string> names = [];
        foreach (SpecNode item in node.Items(key, required: false))
        {
            if (item.AsText(maxLength: 60) is not { } name)
            {
                continue;
            }

            if (!IsId(name))
            {
                item.Report($"'{name}' cannot be an artifact's name.", "Use lower-case letters, digits and single hyphens, a letter first.");
            }
            else if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static bool IsId(string id) =>
        char.IsAsciiLetterLower(id[0]) && id[^1] != '-' && !id.Contains("--", StringComparison.Ordinal)
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
