using System.Text;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Specification;

/// <summary>Reads an outline that a user has edited, in the form that <see cref="OutlineWriter"/> gives it, and names every mistake in it at once.</summary>
public static class OutlineReader
{
    // The specification's own limits apply to what the sections say; this one keeps thousands of them from being a graph.
    private const int MostSections = 2_000;

    private static readonly string[] Keys = ["chapters"];

    /// <summary>Reads an outline. Never throws for what the text holds.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="fileName">What the diagnostics call the file.</param>
    /// <param name="spec">The specification of its run: its words are the whole that the sections share.</param>
    /// <param name="sources">Paths of the run's sources.</param>
    public static OutlineReadResult Read(string yaml, string fileName, ThesisSpec spec, IEnumerable<string> sources)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentNullException.ThrowIfNull(spec);
        SpecProblems problems = new(fileName);
        if (Encoding.UTF8.GetByteCount(yaml) > SpecReader.MaxBytes)
        {
            problems.Add(0, 0, "The outline is larger than 1 MB.", "An outline holds titles and briefs, no texts.");
            return new OutlineReadResult(null, problems.InOrder());
        }

        if (YamlTree.Load(yaml, problems) is not { } root)
        {
            return new OutlineReadResult(null, problems.InOrder());
        }

        SpecNode node = new(root, problems, "the outline");
        node.AllowOnly(Keys);
        Dictionary<SectionSpec, SpecNode> places = new(ReferenceEqualityComparer.Instance);
        OutlineFrame frame = new(spec.ResearchQuestions.Count, sources.ToHashSet(StringComparer.Ordinal));
        ThesisSpec edited = spec with { Template = null, Chapters = ChapterReader.Read(node.Items("chapters", required: true), places, frame) };
        if (edited.Chapters.Sum(chapter => chapter.Sections.Count) > MostSections)
        {
            node.Report($"The outline has more than {MostSections} sections.", "Join some of them.");
            return new OutlineReadResult(null, problems.InOrder());
        }

        OutlineRules.Check(edited, places, problems);
        OutlineRules.CheckBudgets(edited, node.Child("chapters") ?? node);
        return problems.Count == 0 ? new OutlineReadResult(OutlineBuilder.Build(edited), []) : new OutlineReadResult(null, problems.InOrder());
    }
}
