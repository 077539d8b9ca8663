using System.Text.Json;
using ThesisApp.Cli.Tests.Support;

namespace ThesisApp.Cli.Tests.Commands;

public sealed class SectionTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeOrchestrator _server = null!;

    public async ValueTask InitializeAsync() => _server = await FakeOrchestrator.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Sections_are_listed_with_their_comments_made_harmless()
    {
        var run = await RunAsync("list", "latest");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1.1 a/b: edited by a person, 1 comment, 1 open  (Background)", run.Output, StringComparison.Ordinal);
        Assert.Contains("1. [open] Say more. (The offline writer cannot follow comments.)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_shown_can_be_edited_and_sent_back_with_its_revision()
    {
        var shown = await RunAsync("show", "latest", "a/b");
        var edited = await RunAsync("edit", "latest", "a/b", "--file", _folder.Write("section.md", shown.Output.Replace("Text", "My text", StringComparison.Ordinal)));

        Assert.Equal("<!-- revision: 8877665544332211 -->\nText [@a, p. 1].\n", shown.Output);
        Assert.Equal(0, edited.ExitCode);
        Assert.Equal(["edit a/b \"8877665544332211\": My text [@a, p. 1].\n"], _server.Actions);
    }

    [Fact]
    public async Task A_text_that_does_not_say_what_it_is_based_on_is_not_sent()
    {
        var file = _folder.Write("section.md", "My text.\n");

        var refused = await RunAsync("edit", "latest", "a/b", "--file", file);
        var forced = await RunAsync("edit", "latest", "a/b", "--file", file, "--revision", "*");

        Assert.Equal((2, 0), (refused.ExitCode, forced.ExitCode));
        Assert.Contains("which revision", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["edit a/b *: My text.\n"], _server.Actions);
    }

    [Fact]
    public async Task Lock_unlock_and_comment_name_their_section()
    {
        var locked = await RunAsync("lock", "latest", "a/b", "--json");
        await RunAsync("unlock", "latest", "a/b");
        await RunAsync("comment", "latest", "a/b", "Say more.");
        await RunAsync("comment", "latest", "a/b", "--file", _folder.Write("comment.txt", "From a file."));
        var empty = await RunAsync("comment", "latest", "a/b");

        using var json = JsonDocument.Parse(locked.Output);
        Assert.Equal("edited", json.RootElement.GetProperty("state").GetString());
        Assert.Equal(["lock a/b", "unlock a/b", "comments a/b: Say more.", "comments a/b: From a file."], _server.Actions);
        Assert.Equal(2, empty.ExitCode);
    }

    private Task<CliRun> RunAsync(params string[] arguments) => CliRun.RunAsync(["section", .. arguments, "--server", _server.Url]);
}
