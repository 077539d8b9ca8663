using ThesisApp.Core.Outlines;
using ThesisApp.Core.Templates;

namespace ThesisApp.Core.Specification;

/// <summary>Checks what chapters say of each other: artifacts, cycles, budgets.</summary>
internal static class OutlineRules
{
    /// <summary>Checks artifacts: each given once, each needed one given, no section waiting for itself.</summary>
    /// <param name="spec">The specification, which may have mistakes.</param>
    /// <param name="places">Where each section stands, by reference.</param>
    /// <param name="problems">Takes the mistakes.</param>
    public static void Check(ThesisSpec spec, Dictionary<SectionSpec, SpecNode> places, SpecProblems problems)
    {
        if (spec.Chapters.Count == 0)
        {
            return;
        }

        Dictionary<string, string> givers = Givers(spec, places);
        CheckNeeds(spec, places, givers, problems);
        CheckCycles(spec, places, givers);
    }

    private static IEnumerable<(string Id, SectionSpec Section)> Sections(ThesisSpec spec) =>
        spec.Chapters.SelectMany(chapter => chapter.Sections.Select(section => ($"{chapter.Id}/{section.Id}", section)));

    private static Dictionary<string, string> Givers(ThesisSpec spec, Dictionary<SectionSpec, SpecNode> places)
    {
        Dictionary<string, string> givers = new(StringComparer.Ordinal);
        foreach ((string id, SectionSpec section) in Sections(spec))
        {
            foreach (string artifact in section.Gives)
            {
                if (!givers.TryAdd(artifact, id))
                {
                    places[section].Child("gives")!.Report($"The artifact '{artifact}' is given by {givers[artifact]} already.", "Only one section may give it: rename one of them.");
                }
            }
        }

        return givers;
    }

    private static void CheckNeeds(ThesisSpec spec, Dictionary<SectionSpec, SpecNode> places, Dictionary<string, string> givers, SpecProblems problems)
    {
        HashSet<string> known = [.. givers.Keys, .. TemplateCatalog.BuiltInArtifacts.Select(artifact => artifact.Name)];
        foreach ((string id, SectionSpec section) in Sections(spec))
        {
            foreach (string artifact in section.Needs.Where(artifact => !known.Contains(artifact) && !problems.IsFull))
            {
                string near = NearestName.Find(artifact, known) is { } name ? $"Did you mean '{name}'?" : $"Add it to some section's 'gives', or need one of {string.Join(", ", known.Take(12))}.";
                places[section].Child("needs")!.Report($"{id} needs the artifact '{artifact}', which no section gives.", near);
            }
        }
    }

    /// <summary>Checks that the sections' budgets fit into the whole.</summary>
    public static void CheckBudgets(ThesisSpec spec, SpecNode root)
    {
        int asked = Sections(spec).Sum(section => section.Section.Words ?? 0);
        int open = Sections(spec).Count(section => section.Section.Words is null);
        int least = asked + (open * OutlineBuilder.MinSectionWords);
        if (spec.Chapters.Count > 0 && least > spec.Words)
        {
            (root.Child("words") ?? root).Report(
                $"The sections need at least {least} words, and the whole has {spec.Words}.",
                $"Raise 'words' to {least} or more, or lower the sections' budgets.");
        }
    }

    private static void CheckCycles(ThesisSpec spec, Dictionary<SectionSpec, SpecNode> places, Dictionary<string, string> givers)
    {
        // Two sections with one id are a mistake of its own; what waits for which of them cannot be told.
        Dictionary<string, SectionSpec> sections = Sections(spec).GroupBy(section => section.Id, StringComparer.Ordinal)
            .Where(alike => alike.Count() == 1).ToDictionary(alike => alike.Key, alike => alike.First().Section, StringComparer.Ordinal);
        Dictionary<string, IReadOnlyList<string>> needs = sections.ToDictionary(
            section => section.Key,
            section => (IReadOnlyList<string>)[.. section.Value.Needs.Where(givers.ContainsKey).Select(artifact => givers[artifact]).Where(sections.ContainsKey)],
            StringComparer.Ordinal);
        if (Graph.CycleFinder.Find(needs) is not { } cycle)
        {
            return;
        }

        IEnumerable<string> steps = cycle.Zip(cycle.Skip(1).Append(cycle[0]), (from, to) =>
            $"{from} needs '{sections[from].Needs.First(artifact => givers.GetValueOrDefault(artifact) == to)}' of {to}");
        places[sections[cycle[0]]].Report($"The sections wait for each other: {string.Join(", ", steps)}.", $"Remove one of these needs ({string.Join(" -> ", cycle.Append(cycle[0]))}).");
    }
}
