using ThesisApp.Cli.Specs;
using ThesisApp.Cli.Tests.Support;
using ThesisApp.Core.Sources.Images;

namespace ThesisApp.Cli.Tests.Specs;

public sealed class SourceImagesTests : IDisposable
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_of_a_source_come_with_it()
    {
        _folder.Write("sources/images/a.png", Png);
        _folder.Write("sources/not-shown.png", Png);

        var bundle = Load("![One](images/a.png)", "![Again](./images/a.png)");

        Assert.Equal(["sources/images/a.png"], bundle.Images.Keys);
        Assert.Equal(Png, bundle.Images["sources/images/a.png"].ToArray());
        Assert.Empty(bundle.Notices);
    }

    [Theory]
    [InlineData("images/none.png", "no such file")]
    [InlineData("images", "folder")]
    [InlineData("images/large.png", "2 MB")]
    [InlineData("images/empty.png", "empty")]
    [InlineData("images/broken.png", "not all of one")]
    [InlineData("images/plot.svg", "SVG is not taken")]
    [InlineData("../secret.png", "does not stay in the source's folder")]
    [InlineData("%2e%2e/secret.png", "does not stay in the source's folder")]
    [InlineData("../../etc/passwd", "does not stay in the source's folder")]
    [InlineData("/etc/passwd", "does not stay in the source's folder")]
    [InlineData("https://example.org/a.png", "nothing is fetched")]
    [InlineData("images/out.png", "symbolic link")]
    [InlineData("elsewhere/secret.png", "symbolic link")]
    [InlineData("images/up.png", "symbolic link")]
    [InlineData("images/loop.png", "symbolic links")]
    public void An_image_that_cannot_be_had_is_left_out_and_told_of(string address, string reason)
    {
        using TempFolder outside = new();
        outside.Write("secret.png", Png);
        _folder.Write("secret.png", Png);
        _folder.Write("sources/images/large.png", [.. Png, .. new byte[ImageRules.MaxBytes]]);
        _folder.Write("sources/images/empty.png", []);
        _folder.Write("sources/images/broken.png", Png[..40]);
        _folder.Write("sources/images/plot.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
        File.CreateSymbolicLink(_folder.File("sources/images/out.png"), outside.File("secret.png"));
        File.CreateSymbolicLink(_folder.File("sources/images/up.png"), _folder.File("secret.png"));
        File.CreateSymbolicLink(_folder.File("sources/images/loop.png"), _folder.File("sources/images/loop.png"));
        Directory.CreateSymbolicLink(_folder.File("sources/elsewhere"), outside.Path);

        var bundle = Load($"![One]({address})");

        Assert.Empty(bundle.Images);
        var notice = Assert.Single(bundle.Notices);
        Assert.Contains(reason, notice.ToString(), StringComparison.Ordinal);
        Assert.Equal("sources/a.md", notice.File);
    }

    [Fact]
    public void Beyond_20_MB_images_are_left_out_and_smaller_ones_that_follow_are_not()
    {
        // Nine of 2 MB and one of a little less leave room for a small one, and for no other of 2 MB.
        byte[] large = [.. Png, .. new byte[ImageRules.MaxBytes - Png.Length]];
        foreach (var i in Enumerable.Range(1, 11))
        {
            _folder.Write($"sources/{i}.png", i == 10 ? large[..^1000] : large);
        }

        _folder.Write("sources/small.png", Png);

        var bundle = Load([.. Enumerable.Range(1, 11).Select(i => $"![One]({i}.png)"), "![Small](small.png)"]);

        Assert.Equal(11, bundle.Images.Count);
        Assert.Contains("sources/small.png", bundle.Images.Keys);
        Assert.Contains("sources/11.png", Assert.Single(bundle.Notices).Message, StringComparison.Ordinal);
    }

    private SpecBundle Load(params string[] images)
    {
        _folder.Write("sources/a.md", $"# Canals\n\nCoal went down.\n\n{string.Join("\n\n", images)}\n");
        return new SpecFolder(_folder.Write("thesis.yaml", SpecFiles.WithSources("sources/*.md"))).Load().OrThrow();
    }
}
