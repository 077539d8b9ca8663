using System.Text;
using System.Text.Json;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Reports;
using ThesisApp.Contracts.Runs;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Models;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Retrieval;

/// <summary>The whole system with a model of embeddings that is a process of its own; the offline writer writes.</summary>
public sealed class EmbeddingRunTests
{
    private const string Spec = """
        title: Life on the Canal
        topic: Inland navigation
        researchQuestions: [How did people live?]
        words: 500
        chapters:
          - id: life
            title: Life
            sections:
              - { id: health, title: Sickness, role: results, brief: "Sickness.", words: 250 }
              - { id: pay, title: Salaries, role: results, brief: "Salaries.", words: 250 }
        sources: [sources/one.md, sources/two.md]
        """;

    private const string Fever = "Fever carried off one family in three during that summer. A second fever came over the hills within a year and closed every school in the valley.";
    private const string Wage = "Nobody on the water had a wage of more than eighteen pence. A wage of so little bought bread for two days, and nothing for the third.";

    [Fact(Timeout = Limits.Test)]
    public async Task A_passage_that_shares_no_word_with_any_section_is_cited_where_it_belongs_and_its_embedding_is_paid_for_once()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using SimulatedModel model = await SimulatedModel.StartAsync(cancellation);
        SystemSettings settings = new()
        {
            Cache = true,
            Agents = 2,
            Variables = new Dictionary<string, string> { ["ConnectionStrings__embeddings"] = model.EmbeddingsConnectionString, ["Models__RetryBaseDelay"] = "00:00:00.050" },
        };
        await using AppHostSystem system = await AppHostSystem.StartAsync(settings, cancellation);

        // Whichever of the two comes first.
        Assert.Equal(["health: one", "pay: two"], await CitedAsync(system, Fever, Wage, cancellation));
        ServedAccount first = await model.ReadAccountAsync(cancellation);
        Assert.Equal(["health: two", "pay: one"], await CitedAsync(system, Wage, Fever, cancellation));
        Assert.Equal(["health: one", "pay: two"], await CitedAsync(system, Fever, Wage, cancellation));

        // The texts were known: under another name, and then altogether.
        ServedAccount account = await model.ReadAccountAsync(cancellation);
        Assert.True(first is { Attempts: > 0, InputTokens: > 0 });
        Assert.Equal((first.Attempts, first.InputTokens), (account.Attempts, account.InputTokens));
        Assert.All(account.Requests, request => Assert.Equal(("embed", 1), (request.Task, request.Completed)));
    }

    private static async Task<string[]> CitedAsync(AppHostSystem system, string one, string two, CancellationToken cancellation)
    {
        Dictionary<string, ReadOnlyMemory<byte>> sources = new(StringComparer.Ordinal)
        {
            ["sources/one.md"] = Encoding.UTF8.GetBytes($"# Notes\n\n{one}\n"),
            ["sources/two.md"] = Encoding.UTF8.GetBytes($"# Notes\n\n{two}\n"),
        };
        string run = await system.Runs.SubmitAsync(Encoding.UTF8.GetBytes(Spec), sources, cancellation);
        RunInfo ended = await system.Runs.WaitForEndAsync(run, cancellation);
        Assert.True(ended.State == RunState.Succeeded, ended.ToString());
        RunReport report = JsonSerializer.Deserialize((await system.Runs.DownloadAllAsync(run, cancellation))["report.json"], ContractsJson.Default.RunReport)!;
        return
        [
            .. report.Provenance.Select(section => $"{section.Section[(section.Section.IndexOf('/', StringComparison.Ordinal) + 1)..]}: "
                + string.Join(' ', section.Paragraphs.SelectMany(paragraph => paragraph.Passages).Select(passage => passage.Source).Distinct().Select(source => source.Replace("sources-", string.Empty, StringComparison.Ordinal)))),
        ];
    }
}
