using System.Text.Json;
using System.Text.RegularExpressions;
using ThesisApp.Contracts.Reports;
using ThesisApp.Coordination.Blackboard;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Orchestrator.Revisions;

namespace ThesisApp.Orchestrator.Documents;

/// <summary>Tells how each section came to be: who wrote and reviewed it, and what each paragraph rests on.</summary>
internal sealed partial class ProvenanceComposer(IBlackboard blackboard)
{
    private const int WordsOfBeginning = 8;
    private const string Agents = "agents";
    private const string LockedAgents = "agents, locked by a person";
    private const string Person = "a person";

    /// <summary>The provenance of sections that have a text.</summary>
    public async Task<IReadOnlyList<ReportProvenance>> ComposeAsync(string runId, IReadOnlyList<SectionView> sections, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReadOnlyMemory<byte>?> makers = await blackboard.ReadManyAsync(
            runId, [.. sections.SelectMany(view => new[] { ArtifactNames.Drafter(view.Section.Id), ArtifactNames.Reviewer(view.Section.Id) })], cancellationToken);
        Dictionary<string, string> numbers = sections.ToDictionary(view => view.Section.Id, view => $"Section {view.Section.Number}", StringComparer.Ordinal);
        return
        [
            .. sections.Select((view, i) => (view, i)).Where(entry => entry.view.Review is not null)
                .Select(entry => Compose(entry.view, Read(makers[2 * entry.i]), Read(makers[(2 * entry.i) + 1]), numbers)),
        ];
    }

    private static ReportProvenance Compose(SectionView view, ReportMaker? drafter, ReportMaker? reviewer, Dictionary<string, string> numbers)
    {
        bool byPerson = view.User.Text is not null;
        return new ReportProvenance(
            view.Section.Id,
            view.Section.Number,
            view.Section.Title,
            byPerson ? Person : view.User.IsHeld ? LockedAgents : Agents,
            byPerson ? null : drafter,
            byPerson ? null : reviewer,
            view.Review!.Findings,
            [.. view.Review.Draft.Paragraphs.Select((paragraph, i) => new ReportParagraph(i + 1, Beginning(paragraph, numbers), Passages(paragraph)))]);
    }

    // As in the thesis, but that a work goes by its key.
    private static string Beginning(Paragraph paragraph, Dictionary<string, string> numbers)
    {
        string text = paragraph.Sentences.Count == 0 ? string.Empty : Placeholder().Replace(paragraph.Sentences[0].Text, match => numbers.GetValueOrDefault(match.Groups[1].Value, match.Groups[1].Value));
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= WordsOfBeginning ? string.Join(' ', words) : string.Join(' ', words, 0, WordsOfBeginning) + " …";
    }

    private static ReportPassage[] Passages(Paragraph paragraph) =>
        [.. paragraph.Sentences.SelectMany(sentence => sentence.Citations).Select(citation => new ReportPassage(citation.Key, citation.Locator, citation.PassageId)).Distinct()];

    private static ReportMaker? Read(ReadOnlyMemory<byte>? stored) =>
        stored is { } bytes && JsonSerializer.Deserialize(bytes.Span, CoreJson.Default.Maker) is { } maker ? new ReportMaker(maker.Name, maker.Version, maker.Prompts) : null;

    [GeneratedRegex(@"\{[a-z]+:([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
