using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ThesisApp.Contracts.Reports;
using ThesisApp.Coordination.Blackboard;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Orchestrator.Revisions;

namespace ThesisApp.Orchestrator.Documents;

/// <summary>Tells how each section came to be: who wrote and reviewed it, and what each paragraph rests on.</summary>
internal sealed partial class ProvenanceComposer(IBlackboard blackboard)
{
    private const int WordsOfBeginning = 8;
    private const int NamesOfSection = 4;
    private const string Agents = "agents";
    private const string LockedAgents = "agents, locked by a person";
    private const string Person = "a person";

    /// <summary>The provenance of sections that have a text.</summary>
    public async Task<IReadOnlyList<ReportProvenance>> ComposeAsync(string runId, IReadOnlyList<SectionView> sections, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReadOnlyMemory<byte>?> makers = await blackboard.ReadManyAsync(
            runId, [.. sections.SelectMany(view => NamesOf(view.Section.Id))], cancellationToken);
        Dictionary<string, string> numbers = sections.ToDictionary(view => view.Section.Id, view => $"Section {view.Section.Number}", StringComparer.Ordinal);
        return
        [
            .. sections.Select((view, i) => (view, i)).Where(entry => entry.view.Review is not null)
                .Select(entry => Compose(entry.view, [.. makers.Skip(NamesOfSection * entry.i).Take(NamesOfSection)], numbers)),
        ];
    }

    /// <summary>The provenance of the abstract, and of the openings of chapters with what leads from section to section.</summary>
    public async Task<IReadOnlyList<ReportProvenance>> ComposeOpeningsAsync(string runId, IReadOnlyList<SectionView> sections, CancellationToken cancellationToken)
    {
        if (await blackboard.ReadAsync(runId, ArtifactNames.Outline, cancellationToken) is not { } stored || JsonSerializer.Deserialize(stored.Span, CoreJson.Default.Outline) is not { } outline)
        {
            return [];
        }

        string[] names = [ArtifactNames.FrontMatter, ArtifactNames.AbstractWriter, .. outline.Chapters.SelectMany(chapter => new[] { ArtifactNames.Frame(chapter.Id), ArtifactNames.Framer(chapter.Id) })];
        IReadOnlyList<ReadOnlyMemory<byte>?> read = await blackboard.ReadManyAsync(runId, names, cancellationToken);
        Dictionary<string, string> numbers = sections.ToDictionary(view => view.Section.Id, view => $"Section {view.Section.Number}", StringComparer.Ordinal);
        List<ReportProvenance> openings = [];
        if (read[0] is { } front && JsonSerializer.Deserialize(front.Span, CoreJson.Default.FrontMatter) is { Abstract.Count: > 0 } matter)
        {
            openings.Add(Opening("abstract", string.Empty, "Abstract", matter.Abstract, read[1], numbers));
        }

        ChapterFrame?[] frames = [.. outline.Chapters.Select((_, i) => read[2 + (2 * i)] is { } bytes ? JsonSerializer.Deserialize(bytes.Span, CoreJson.Default.ChapterFrame) : null)];
        IReadOnlyCollection<SectionTransition> set = frames.Any(frame => frame?.Transitions is { Count: > 0 }) ? await TransitionsSetAsync(runId, frames, sections, cancellationToken) : [];
        for (int i = 0; i < outline.Chapters.Count; i++)
        {
            OutlineChapter chapter = outline.Chapters[i];
            if (frames[i] is { } frame)
            {
                IEnumerable<Paragraph> transitions = (frame.Transitions ?? []).Where(set.Contains).Select(transition => new Paragraph(ParagraphKind.Text, [new Sentence(transition.Text, [], [])]));
                openings.Add(Opening(chapter.Id, chapter.Number.ToString(CultureInfo.InvariantCulture), chapter.Title, [.. frame.Opening, .. transitions], read[3 + (2 * i)], numbers));
            }
        }

        return openings;
    }

    // What was put together tells which of them it has; before that, sections of a person will get none.
    private async Task<HashSet<SectionTransition>> TransitionsSetAsync(string runId, ChapterFrame?[] frames, IReadOnlyList<SectionView> sections, CancellationToken cancellationToken)
    {
        if (await blackboard.ReadAsync(runId, ArtifactNames.Manuscript, cancellationToken) is { } stored && JsonSerializer.Deserialize(stored.Span, CoreJson.Default.Manuscript) is { } manuscript)
        {
            return [.. manuscript.Chapters.SelectMany(frame => frame.Transitions ?? [])];
        }

        HashSet<string> held = sections.Where(view => view.User.IsHeld).Select(view => view.Section.Id).ToHashSet(StringComparer.Ordinal);
        return [.. frames.SelectMany(frame => frame?.Transitions ?? []).Where(transition => !held.Contains(transition.SectionId))];
    }

    private static ReportProvenance Opening(string id, string number, string title, IReadOnlyList<Paragraph> paragraphs, ReadOnlyMemory<byte>? maker, Dictionary<string, string> numbers) =>
        new(id, number, title, Agents, Read(maker), null, [], [.. paragraphs.Select((paragraph, i) => new ReportParagraph(i + 1, Beginning(paragraph, numbers), Passages(paragraph)))]);

    private static string[] NamesOf(string sectionId) => [ArtifactNames.Drafter(sectionId), ArtifactNames.Reviewer(sectionId), ArtifactNames.Reviser(sectionId), ArtifactNames.Research(sectionId)];

    private static ReportProvenance Compose(SectionView view, ReadOnlyMemory<byte>?[] stored, Dictionary<string, string> numbers)
    {
        bool byPerson = view.User.Text is not null;
        return new ReportProvenance(
            view.Section.Id,
            view.Section.Number,
            view.Section.Title,
            byPerson ? Person : view.User.IsHeld ? LockedAgents : Agents,
            byPerson ? null : Read(stored[0]),
            byPerson ? null : Read(stored[1]),
            view.Review!.Findings,
            [.. view.Review.Draft.Paragraphs.Select((paragraph, i) => new ReportParagraph(i + 1, Beginning(paragraph, numbers), Passages(paragraph)))])
        {
            Revisions = byPerson ? 0 : view.Review.Revisions,
            Reviser = byPerson || view.Review.Revisions == 0 ? null : Read(stored[2]),
            Queries = byPerson ? [] : Queries(stored[3]),
        };
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

    private static IReadOnlyList<string> Queries(ReadOnlyMemory<byte>? stored) =>
        stored is { } bytes && JsonSerializer.Deserialize(bytes.Span, CoreJson.Default.SectionResearch) is { } research ? research.Queries : [];

    private static ReportMaker? Read(ReadOnlyMemory<byte>? stored) =>
        stored is { } bytes && JsonSerializer.Deserialize(bytes.Span, CoreJson.Default.Maker) is { } maker ? new ReportMaker(maker.Name, maker.Version, maker.Prompts) : null;

    [GeneratedRegex(@"\{[a-z]+:([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
