using System.Text.Json;
using ThesisApp.Cli.Terminals;
using ThesisApp.Cli.Tests.Support;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Tests.Commands;

public sealed class OutlineTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeOrchestrator _server = null!;
    private string _spec = "";

    private string Output => _folder.File("out");

    private string OutlineFile => Path.Combine(Output, "outline.yaml");

    public async ValueTask InitializeAsync()
    {
        _server = await FakeOrchestrator.StartAsync();
        _server.AddThesis();
        _server.Run = _server.Run with { State = RunState.AwaitingApproval };
        _spec = SpecFiles.WriteValid(_folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_run_that_waits_ends_the_command_with_4_the_outline_in_a_file_and_the_way_on()
    {
        var run = await GenerateAsync("--approve", "outline");

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("approve=outline", _server.SubmittedValues);
        Assert.Equal("# revision: 00112233445566aa\nchapters: []\n", await File.ReadAllTextAsync(OutlineFile, TestContext.Current.CancellationToken));
        Assert.Contains($"--outline {OutlineFile}", run.Error, StringComparison.Ordinal);
        Assert.Empty(_server.EditedOutlines);
    }

    [Fact]
    public async Task The_file_is_sent_with_the_revision_that_it_was_made_from_and_the_run_goes_on()
    {
        await GenerateAsync("--approve", "outline");
        await File.AppendAllTextAsync(OutlineFile, "# edited\n", TestContext.Current.CancellationToken);

        var run = await GenerateAsync("--approve", "outline", "--outline", OutlineFile);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([("\"00112233445566aa\"", "chapters: []\n# edited\n")], _server.EditedOutlines);
        Assert.Contains($"The thesis is in {Output}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_edited_is_not_overwritten()
    {
        await GenerateAsync("--approve", "outline");
        await File.AppendAllTextAsync(OutlineFile, "# edited\n", TestContext.Current.CancellationToken);

        await GenerateAsync("--approve", "outline");

        Assert.EndsWith("# edited\n", await File.ReadAllTextAsync(OutlineFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_the_file_is_named_with_its_line_and_ends_the_command_with_2()
    {
        _server.OutlineMistake = "The section id 'a' is used twice.";

        var run = await GenerateAsync("--outline", _folder.Write("mine.yaml", "chapters: []\n"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("outline.yaml:7:1: The section id 'a' is used twice.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n", 0, 1)]
    [InlineData("q\n", 4, 0)]
    [InlineData("", 4, 0)]
    public async Task On_a_terminal_the_user_is_asked(string answer, int exitCode, int sent)
    {
        await using StringWriter output = new();
        await using StringWriter error = new();
        Terminal terminal = new(output, error, outputIsTerminal: false, errorIsTerminal: false, useColor: false) { Input = new StringReader(answer) };
        CliApplication application = new(new CliServices(terminal, TimeProvider.System, _ => null));

        var code = await application.RunAsync(["generate", _spec, "--output", Output, "--server", _server.Url, "--approve", "outline"], TestContext.Current.CancellationToken);

        Assert.Equal((exitCode, sent), (code, _server.EditedOutlines.Count));
        Assert.Contains("q stops here", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_approve_and_edit_work_from_anywhere()
    {
        var shown = await CliRun.RunAsync("outline", "show", "latest", "--server", _server.Url);
        var json = await CliRun.RunAsync("outline", "show", "latest", "--json", "--server", _server.Url);
        var approved = await CliRun.RunAsync("outline", "approve", "latest", "--server", _server.Url);
        var edited = await CliRun.RunAsync("outline", "edit", "latest", "--file", _folder.Write("mine.yaml", shown.Output), "--server", _server.Url);

        Assert.Equal((0, 0, 0, 0), (shown.ExitCode, json.ExitCode, approved.ExitCode, edited.ExitCode));
        Assert.Equal("# revision: 00112233445566aa\nchapters: []\n", shown.Output);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal("00112233445566aa", document.RootElement.GetProperty("revision").GetString());
        Assert.Equal(["approve outline"], _server.Actions);
        Assert.Equal([("\"00112233445566aa\"", "chapters: []\n")], _server.EditedOutlines);
    }

    private Task<CliRun> GenerateAsync(params string[] more) => CliRun.RunAsync(["generate", _spec, "--output", Output, "--server", _server.Url, .. more]);
}
