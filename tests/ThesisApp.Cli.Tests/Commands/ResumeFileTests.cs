using ThesisApp.Cli.Commands.Generate;
using ThesisApp.Cli.Tests.Support;

namespace ThesisApp.Cli.Tests.Commands;

public sealed class ResumeFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private ResumeFile Resume => new(_folder.File("generate.json"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_unfinished_run_of_the_same_inputs_goes_on()
    {
        var first = Resume.LoadOrBegin("hash", null) with { RunId = "run-1" };
        Resume.Save(first);

        var second = Resume.LoadOrBegin("hash", null);

        Assert.Equal(first.IdempotencyKey, second.IdempotencyKey);
        Assert.Equal("run-1", second.RunId);
    }

    [Fact]
    public void After_a_finished_run_the_work_is_done_anew()
    {
        var first = Resume.LoadOrBegin("hash", null) with { RunId = "run-1", IsFinished = true, Documents = ["thesis.md"] };
        Resume.Save(first);

        var second = Resume.LoadOrBegin("hash", null);

        Assert.NotEqual(first.IdempotencyKey, second.IdempotencyKey);
        Assert.Null(second.RunId);
        Assert.Equal(["thesis.md"], second.Documents!);
    }

    [Theory]
    [InlineData("other", null)]
    [InlineData("hash", "http://server/")]
    public void Other_inputs_or_another_server_are_another_run(string hash, string? server)
    {
        var first = Resume.LoadOrBegin("hash", null);
        Resume.Save(first);

        var second = Resume.LoadOrBegin(hash, server);

        Assert.NotEqual(first.IdempotencyKey, second.IdempotencyKey);
    }

    [Fact]
    public void Two_folders_have_different_keys_for_the_same_inputs()
    {
        using var other = new TempFolder();

        var keys = new[] { Resume.LoadOrBegin("hash", null).IdempotencyKey, new ResumeFile(other.File("generate.json")).LoadOrBegin("hash", null).IdempotencyKey };

        Assert.Equal(2, keys.Distinct().Count());
    }

    [Fact]
    public void A_damaged_file_means_a_new_start()
    {
        _folder.Write("generate.json", "{ \"inputHash\": ");

        Assert.False(Resume.LoadOrBegin("hash", null).IsFinished);
    }
}
