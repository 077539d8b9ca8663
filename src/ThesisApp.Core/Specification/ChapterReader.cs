using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Specification;

/// <summary>Reads chapters and sections, of a specification or a template.</summary>
internal static class ChapterReader
{
    private static readonly string[] ChapterKeys = ["id", "title", "sections"];
    private static readonly string[] SectionKeys = ["id", "title", "role", "brief", "words", "needs", "gives"];

    private static readonly string[] OutlineKeys = [.. SectionKeys, "question", "sources"];

    /// <param name="nodes">The chapters.</param>
    /// <param name="places">Takes the place of each section, for mistakes that only the whole shows.</param>
    /// <param name="frame">The specification that an outline belongs to, or null where the chapters are a specification's own.</param>
    public static IReadOnlyList<ChapterSpec> Read(IReadOnlyList<SpecNode> nodes, Dictionary<SectionSpec, SpecNode> places, OutlineFrame? frame = null)
    {
        List<ChapterSpec> chapters = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (SpecNode node in nodes)
        {
            node.AllowOnly(ChapterKeys);
            string id = ReadId(node, ids, "chapter");
            chapters.Add(new ChapterSpec(id, node.Text("title", required: true, LongestTitle(frame)) ?? id, ReadSections(node, places, frame)));
        }

        return chapters;
    }

    private static List<SectionSpec> ReadSections(SpecNode chapter, Dictionary<SectionSpec, SpecNode> places, OutlineFrame? frame)
    {
        List<SectionSpec> sections = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (SpecNode node in chapter.Items("sections", required: true))
        {
            node.AllowOnly(frame is null ? SectionKeys : OutlineKeys);
            string id = ReadId(node, ids, "section");
            string title = node.Text("title", required: true, LongestTitle(frame)) ?? id;
            SectionSpec section = new()
            {
                Id = id,
                Title = title,
                Role = node.OneOf("role", SectionRoles.All) ?? SectionRoles.Literature,
                Brief = node.Text("brief", maxLength: frame is null ? 4_000 : 10_000) ?? title,
                Words = frame is null ? node.Number("words", OutlineBuilder.MinSectionWords, 20_000) : node.Number("words", 1, SpecReader.MaxWords),
                Needs = ReadArtifacts(node, "needs"),
                Gives = ReadArtifacts(node, "gives"),
                ResearchQuestion = frame is null ? null : node.Number("question", 1, Math.Max(1, frame.Questions)) - 1,
                Sources = frame is null ? null : ReadSources(node, frame),
            };
            sections.Add(section);
            places[section] = node;
        }

        return sections;
    }

    // What the planner has made of a specification must be right when it comes back: a question may be its section's title.
    private static int LongestTitle(OutlineFrame? frame) => frame is null ? 300 : 2_000;

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

    private static List<string>? ReadSources(SpecNode node, OutlineFrame frame)
    {
        if (node.Child("sources") is null)
        {
            return null;
        }

        List<string> names = [];
        foreach (SpecNode item in node.Items("sources", required: true))
        {
            if (item.AsText(maxLength: 500) is not { } name)
            {
                continue;
            }

            if (!frame.Sources.Contains(name))
            {
                string remedy = NearestName.Find(name, frame.Sources) is { } near ? $"Did you mean '{near}'?" : $"The run has {string.Join(", ", frame.Sources.Take(12))}.";
                item.Report($"The run has no source '{name}'.", remedy);
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
