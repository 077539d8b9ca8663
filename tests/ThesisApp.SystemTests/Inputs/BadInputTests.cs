using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Processes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Inputs;

/// <summary>Bad input as a user meets it: exit code 2, file, line and remedy, no stack trace, and nothing was started.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Head = """
        title: How Storage Evolved
        topic: Storage formats
        researchQuestions:
          - How did the store change?
        words: 2000
        sources: [sources/*.md]

        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory(Timeout = Limits.Test)]
    [InlineData("wrods: 3000", "thesis.yaml:7:", "Known keys: title, ")]
    [InlineData("author: [A", "thesis.yaml:7:", "Check indentation")]
    [InlineData("""
        chapters:
          - id: one
            title: One
            sections:
              - { id: first, title: First, role: introduction, brief: What it is about. }
              - { id: first, title: Second, role: introduction, brief: What it is about. }
        """, "thesis.yaml:12:", "first")]
    [InlineData("""
        chapters:
          - id: one
            title: One
            sections:
              - { id: first, title: First, role: introduction, brief: What it is about., needs: [b], gives: [a] }
              - { id: second, title: Second, role: introduction, brief: What it is about., needs: [a], gives: [b] }
        """, "thesis.yaml:11:", "one/first -> one/second -> one/first")]
    public async Task A_mistake_in_the_specification_is_named_with_its_line(string rest, string place, string remedy)
    {
        string spec = WriteSpec(rest);

        string error = await RefuseAsync(TestContext.Current.CancellationToken, "generate", spec, "--output", _folder.File("out"));

        Assert.Contains(place, error, StringComparison.Ordinal);
        Assert.Contains(remedy, error, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task A_source_of_200_MB_is_named()
    {
        string spec = WriteSpec(string.Empty);
        await using (FileStream large = File.Create(_folder.File("sources/large.md")))
        {
            large.SetLength(200L * 1024 * 1024);
        }

        string error = await RefuseAsync(TestContext.Current.CancellationToken, "generate", spec, "--output", _folder.File("out"));

        Assert.Contains("sources/large.md", error, StringComparison.Ordinal);
        Assert.Contains("MB", error, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task A_redis_that_does_not_answer_is_named_after_some_tries()
    {
        string spec = WriteSpec(string.Empty);
        string redis = $"127.0.0.1:{FreePort.Take()}";

        string error = await RefuseAsync(TestContext.Current.CancellationToken, "generate", spec, "--output", _folder.File("out"), "--redis", redis + ",password=very-secret");

        Assert.Contains(redis, error, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__redis", error, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", error, StringComparison.Ordinal);
    }

    private string WriteSpec(string rest)
    {
        _folder.Write("sources/a.md", "Some text about storage.");
        return _folder.Write("thesis.yaml", Head + rest);
    }

    private async Task<string> RefuseAsync(CancellationToken cancellation, params string[] arguments)
    {
        string mark = Guid.NewGuid().ToString("N");
        await using ProgramProcess command = ProgramProcess.Start(BuiltPrograms.Cli, arguments, new SystemSettings().ToEnvironment(mark));

        int exitCode = await command.WaitForExitAsync(cancellation);

        Assert.True(exitCode == 2, $"Exit code {exitCode}:\n{command.Text}");
        Assert.Empty(command.Output);
        Assert.DoesNotContain(command.Error, line => line.StartsWith("   at ", StringComparison.Ordinal));
        Assert.Empty(ProcessTable.FindMarked(ProgramProcess.MarkVariable, mark));
        Assert.Empty(Directory.Exists(_folder.File("out")) ? Directory.GetFiles(_folder.File("out")) : []);
        return string.Join('\n', command.Error);
    }
}
