using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Exporting;
using ThesisApp.Cli.Tests.Support;

namespace ThesisApp.Cli.Tests.Exporting;

public sealed class SafeFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("../escape.md")]
    [InlineData("chapters/../../escape.md")]
    [InlineData("/etc/cron.d/escape")]
    [InlineData("C:\\escape.md")]
    [InlineData("C:escape.md")]
    [InlineData("..\\escape.md")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a//b.md")]
    [InlineData("a/")]
    [InlineData(".thesis/generate.json")]
    [InlineData(".bashrc")]
    [InlineData("a\nb.md")]
    [InlineData("a\0.md")]
    [InlineData("\u001b[2J.md")]
    public async Task A_name_that_would_leave_the_folder_is_refused(string name)
    {
        var safe = new SafeFolder(_folder.File("out"));

        await Assert.ThrowsAsync<CliException>(() => safe.WriteAsync(name, new byte[] { 1 }, TestContext.Current.CancellationToken));

        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_linked_subfolder_that_leads_out_is_refused()
    {
        using var outside = new TempFolder();
        Directory.CreateSymbolicLink(_folder.File("chapters"), outside.Path);

        await Assert.ThrowsAsync<CliException>(() => new SafeFolder(_folder.Path).WriteAsync("chapters/ch1.md", new byte[] { 1 }, TestContext.Current.CancellationToken));

        Assert.Empty(Directory.GetFiles(outside.Path));
    }

    [Fact]
    public async Task A_file_is_replaced_and_nothing_else_stays_behind()
    {
        _folder.Write("chapters/ch1.md", "a longer text from before");

        await new SafeFolder(_folder.Path).WriteAsync("chapters/ch1.md", "new"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal("new", await File.ReadAllTextAsync(_folder.File("chapters/ch1.md"), TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(_folder.File("chapters")));
    }

    [Fact]
    public void A_folder_whose_parent_is_a_file_is_not_writable()
    {
        var file = _folder.Write("file");

        var failure = Assert.Throws<CliException>(new SafeFolder(Path.Combine(file, "out")).CheckWritable);

        Assert.Equal(ExitCodes.BadInput, failure.ExitCode);
    }

    [Fact]
    public void The_check_leaves_nothing_behind()
    {
        new SafeFolder(_folder.Path).CheckWritable();

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }
}
