using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Models;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Models;

/// <summary>One stage whose model lets nobody in, as a user of the command meets it.</summary>
public sealed class DeniedStageTests : IDisposable
{
    private const string Key = "sk-very-secret";

    private const string Spec = """
        title: Records of the Canal
        topic: Record keeping on inland waterways
        researchQuestions: [How were tolls recorded?]
        words: 600
        chapters:
          - id: records
            title: Records
            sections:
              - { id: books, title: Books, role: results, brief: How tolls were recorded., words: 300, gives: [findings-1] }
              - { id: clerks, title: Clerks, role: discussion, brief: Who recorded the tolls., words: 300 }
        sources: [one.md]
        """;

    private const string Source = "Clerks copied the toll books by hand in every season of the year. The toll books listed boats and cargo by the week. Later clerks kept a single book for all of the offices along the water.";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Limits.Test)]
    public async Task The_command_says_which_setting_to_mend_writes_nothing_in_its_place_and_goes_on_once_it_is_mended()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using SimulatedModel model = await SimulatedModel.StartAsync(cancellation);
        await File.WriteAllTextAsync(_folder.File("thesis.yaml"), Spec, cancellation);
        await File.WriteAllTextAsync(_folder.File("one.md"), $"# Books\n\n{Source}\n", cancellation);

        (int denied, string said) = await GenerateAsync(model, $"Endpoint={model.Url}/v2;Key={Key};Model=sim", cancellation);
        ServedAccount before = await model.ReadAccountAsync(cancellation);
        (int mended, string then) = await GenerateAsync(model, model.ConnectionString, cancellation);
        ServedAccount after = await model.ReadAccountAsync(cancellation);

        Assert.Equal(1, denied);
        Assert.Contains("dead letter: chapter:records (1 attempt)", said, StringComparison.Ordinal);
        Assert.Contains("answered 404", said, StringComparison.Ordinal);
        Assert.Contains("Mend ConnectionStrings__frames", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, said, StringComparison.Ordinal);
        Assert.DoesNotContain("The thesis is in", said, StringComparison.Ordinal);
        Assert.Contains(before.Requests, request => request.Task == "draft");
        Assert.DoesNotContain(before.Requests, request => request.Task == "frame");

        Assert.True(mended == 0, then);
        Assert.Contains("The thesis is in", then, StringComparison.Ordinal);
        Assert.Contains(after.Requests, request => request.Task == "frame");
        Assert.All(after.Requests, request => Assert.Equal(1, request.Completed));
    }

    private async Task<(int ExitCode, string Text)> GenerateAsync(SimulatedModel model, string frames, CancellationToken cancellation)
    {
        SystemSettings settings = new()
        {
            Agents = 2,
            Variables = new Dictionary<string, string>
            {
                ["ConnectionStrings__chat"] = model.ConnectionString,
                ["ConnectionStrings__frames"] = frames,
                ["Models__Stages__frame__Connection"] = "frames",
            },
        };
        await using ProgramProcess generate = ProgramProcess.Start(
            BuiltPrograms.Cli, ["generate", _folder.File("thesis.yaml"), "--output", _folder.File("out"), "--agents", "2"], settings.ToEnvironment(Guid.NewGuid().ToString("N")));
        return (await generate.WaitForExitAsync(cancellation), generate.Text);
    }
}
