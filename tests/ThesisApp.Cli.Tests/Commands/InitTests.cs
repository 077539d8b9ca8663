using ThesisApp.Cli.Tests.Support;

namespace ThesisApp.Cli.Tests.Commands;

public sealed class InitTests
{
    [Fact]
    public async Task What_init_writes_is_valid()
    {
        using var folder = new TempFolder();
        await CliRun.RunAsync("init", folder.File("mine"));

        var run = await CliRun.RunAsync("validate", folder.File("mine"));

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("thesis.yaml")]
    [InlineData("references.bib")]
    [InlineData("sources/naur1985.md")]
    public async Task Init_writes_nothing_where_one_of_its_files_exists(string existing)
    {
        using var folder = new TempFolder();
        folder.Write(existing, "mine");

        var run = await CliRun.RunAsync("init", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(existing, run.Error, StringComparison.Ordinal);
        Assert.Equal([folder.File(existing)], Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        Assert.Equal("mine", await File.ReadAllTextAsync(folder.File(existing), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Json_lists_the_files()
    {
        using var folder = new TempFolder();

        var run = await CliRun.RunAsync("init", folder.Path, "--json");

        using var json = System.Text.Json.JsonDocument.Parse(run.Output);
        Assert.Equal(folder.Path, json.RootElement.GetProperty("folder").GetString());
        Assert.Contains("thesis.yaml", json.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
    }
}
