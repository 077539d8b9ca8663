using System.Globalization;
using System.Runtime.ExceptionServices;
using ThesisApp.Core.Consistency;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Specification;
using ThesisApp.Models;
using ThesisApp.Models.Calls;
using ThesisApp.Writing.Chat.Asking;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Chat.Prompts;
using ThesisApp.Writing.Chat.Writing;
using ThesisApp.Writing.Consistency;

namespace ThesisApp.Writing.Chat.Consistency;

/// <summary>Has a model read the whole, and takes of what it says only what stands in the text.</summary>
internal sealed class ChatConsistencyReader(IStageModels models) : IConsistencyReader
{
    private const int MostFindings = 40;

    public string Version { get; } = ChatVersion.OfConsistencyReader(models);

    public async Task<ConsistencyReport> ReadAsync(ConsistencyRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<SectionText> sections = SectionText.Of(request.Outline, request.Sections);
        Reading reading = new();
        if (sections.Count > 0)
        {
            await AskAsync(request.Spec, sections, reading, cancellationToken);
            if (reading.Rejection is { } rejection && reading.Unread == reading.Parts)
            {
                // It takes nothing at all from us: a key or a name that is wrong, which somebody can mend.
                ExceptionDispatchInfo.Throw(rejection);
            }
        }

        MendPlan plan = new(request, sections);
        List<ConsistencyFinding> findings = [];
        int dropped = 0;
        foreach (ConsistencyItem item in reading.Items.Take(MostFindings))
        {
            if (FindingVerifier.Verify(item, sections) is not { } finding)
            {
                dropped++;
            }
            else if (finding.Kind != ConsistencyKinds.Term || !plan.TryAdd(item))
            {
                findings.Add(finding);
            }
        }

        return new ConsistencyReport(findings, plan.Mends, Note(reading, dropped));
    }

    // A model that cannot read so much, or will not read some of it, reads it in parts: what does not agree across them it cannot see. It only advises: a thesis that is written must not fail by it.
    private async Task AskAsync(ThesisSpec spec, IReadOnlyList<SectionText> sections, Reading reading, CancellationToken cancellationToken)
    {
        try
        {
            ConsistencyAnswer? answer = await new Conversation(models, ModelStages.Consistency, spec.Language, PromptCatalog.Consistency.Render(new Dictionary<string, string>
            {
                ["thesis"] = PromptParts.Line(spec.Title),
                ["questions"] = PromptParts.Questions(spec),
                ["kinds"] = string.Join(", ", ConsistencyKinds.All),
                ["sections"] = Fence.AroundSections(sections.Select(section => (section.Number, section.Title, section.Text))),
            })).AskAsync(AnswerJson.Default.ConsistencyAnswer, cancellationToken);
            reading.Parts++;
            if (answer is null)
            {
                reading.Unread++;
            }

            reading.Items.AddRange(answer?.Findings ?? []);
        }
        catch (ModelCallException exception) when (Readable.IsAboutText(exception) && sections.Count > 1)
        {
            int half = sections.Count / 2;
            await AskAsync(spec, [.. sections.Take(half)], reading, cancellationToken);
            await AskAsync(spec, [.. sections.Skip(half)], reading, cancellationToken);
        }
        catch (ModelCallException exception) when (Readable.IsAboutText(exception))
        {
            reading.Parts++;
            reading.Unread++;
            reading.Rejection ??= exception.Kind == ModelFailureKind.Rejected ? exception : null;
        }
    }

    private static string? Note(Reading reading, int dropped)
    {
        string[] notes =
        [
            .. reading.Parts > 1 ? [string.Create(CultureInfo.InvariantCulture, $"The model read the whole in {reading.Parts} parts: what does not agree across them it could not see.")] : Array.Empty<string>(),
            .. reading.Unread > 0 ? ["Of some of the text it gave no answer that could be read."] : Array.Empty<string>(),
            .. dropped > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{dropped} of its findings were dropped: their words do not stand in the text.")] : Array.Empty<string>(),
        ];
        return notes.Length == 0 ? null : string.Join(' ', notes);
    }

    private sealed class Reading
    {
        public List<ConsistencyItem> Items { get; } = [];

        public int Parts { get; set; }

        public int Unread { get; set; }

        public ModelCallException? Rejection { get; set; }
    }
}
