using ThesisApp.Core.Outlines;
using ThesisApp.Core.Templates;

namespace ThesisApp.Core.Specification;

/// <summary>Checks what chapters say of each other: artifacts, cycles, budgets.</summary>
internal static class OutlineRules
{
    public static void Check(ThesisSpec spec, SpecNode root, SpecProblems problems)
    {
        if (spec.Chapters.Count == 0)
        {
            return;
        }

        Dictionary<string, SpecNode> places = Places(root);
        Dictionary<string, string> givers = Givers(spec, places);
        CheckNeeds(spec, places, givers);
        CheckBudgets(spec, root);
        if (problems.Count == 0)
        {
            CheckCycles(spec, places, givers);
        }
    }

    private static Dictionary<string, SpecNode> Places(SpecNode root)
    {
        Dictionary<string, SpecNode> places = new(StringComparer.Ordinal);
        foreach (SpecNode chapter in root.Items("chapters", required: false))
        {
            foreach (SpecNode section in chapter.Items("sections", required: false))
            {
                places[$"{chapter.Text("id")}/{section.Text("id")}"] = section;
            }
        }

        return places;
    }

    private static IEnumerable<(string Id, SectionSpec Section)> Sections(ThesisSpec spec) =>
        spec.Chapters.SelectMany(chapter => chapter.Sections.Select(section => ($"{chapter.Id}/{section.Id}", section)));

    private static Dictionary<string, string> Givers(ThesisSpec spec, Dictionary<string, SpecNode> places)
    {
        Dictionary<string, string> givers = new(StringComparer.Ordinal);
        foreach ((string id, SectionSpec section) in Sections(spec))
        {
            foreach (string artifact in section.Gives)
            {
                if (!givers.TryAdd(artifact, id))
                {
                    places[id].Child("gives")!.Report($"The artifact '{artifact}' is given by {givers[artifact]} already.", "Only one section may give it: rename one of them.");
                }
            }
        }

        return givers;
    }

    private static void CheckNeeds(ThesisSpec spec, Dictionary<string, SpecNode> places, Dictionary<string, string> givers)
    {
        string[] known = [.. givers.Keys, .. TemplateCatalog.BuiltInArtifacts.Select(artifact => artifact.Name)];
        foreach ((string id, SectionSpec section) in Sections(spec))
        {
            foreach (string artifact in section.Needs.Where(artifact => !known.Contains(artifact, StringComparer.Ordinal)))
            {
                string near = NearestName.Find(artifact, known) is { } name ? $"Did you mean '{name}'?" : $"Add it to some section's 'gives', or need one of {string.Join(", ", known.Distinct())}.";
                places[id].Child("needs")!.Report($"{id} needs the artifact '{artifact}', which no section gives.", near);
            }
        }
    }

    private static void CheckBudgets(ThesisSpec spec, SpecNode root)
    {
        int asked = Sections(spec).Sum(section => section.Section.Words ?? 0);
        int open = Sections(spec).Count(section => section.Section.Words is null);
        int least = asked + (open * OutlineBuilder.MinSectionWords);
        if (least > spec.Words)
        {
            (root.Child("words") ?? root).Report(
                $"The sections need at least {least} words, and the whole has {spec.Words}.",
                $"Raise 'words' to {least} or more, or lower the sections' budgets.");
        }
    }

    private static void CheckCycles(ThesisSpec spec, Dictionary<string, SpecNode> places, Dictionary<string, string> givers)
    {
        Dictionary<string, IReadOnlyList<string>> needs = Sections(spec).ToDictionary(
            section => section.Id,
            section => (IReadOnlyList<string>)[.. section.Section.Needs.Where(givers.ContainsKey).Select(artifact => givers[artifact])],
            StringComparer.Ordinal);
        if (Graph.CycleFinder.Find(needs) is not { } cycle)
        {
            return;
        }

        IEnumerable<string> steps = cycle.Zip(cycle.Skip(1).Append(cycle[0]), (from, to) =>
            $"{from} needs '{Sections(spec).First(section => section.Id == from).Section.Needs.First(artifact => givers.GetValueOrDefault(artifact) == to)}' of {to}");
        places[cycle[0]].Report($"The sections wait for each other: {string.Join(", ", steps)}.", $"Remove one of these needs ({string.Join(" -> ", cycle.Append(cycle[0]))}).");
    }
}
