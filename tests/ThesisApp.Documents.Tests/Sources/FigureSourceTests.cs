using System.Security.Cryptography;
using System.Text;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Sources;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Sources;

public sealed class FigureSourceTests
{
    private const string Locks = "![The locks at Bingley](images/locks.png)";

    [Fact]
    public void An_image_that_is_a_paragraph_is_a_passage_of_its_own_under_its_heading()
    {
        SourceDocument source = Read($"# Canals\n\n## Traffic\n\nCoal went down.\n\n{Locks}\n\nLime went up.");

        Assert.Equal(["Coal went down.", "The locks at Bingley.", "Lime went up."], source.Passages.Select(passage => passage.Text));
        FigureData figure = source.Passages[1].Figure!;
        Assert.Equal(("sources/images/locks.png", Convert.ToHexStringLower(SHA256.HashData(Pictures.Png)), "image/png", 1, 1, null), (figure.Path, figure.Hash, figure.MediaType, figure.Width, figure.Height, figure.Alt));
        Assert.Equal("Traffic", source.Passages[1].Heading);
        Assert.Empty(source.Warnings);
    }

    [Theory]
    [InlineData("![Figure 3: The locks at Bingley.](images/locks.png)", "The locks at Bingley", null)]
    [InlineData("![The *locks* at Bingley](images/locks.png){#fig:locks width=50%}", "The locks at Bingley", null)]
    [InlineData("![](images/locks.png \"The locks at Bingley\")", "The locks at Bingley", null)]
    [InlineData("![The locks at Bingley][l]\n\n[l]: images/locks.png", "The locks at Bingley", null)]
    [InlineData("![Five gates on a hill](images/locks.png)\n\nFigure 3: The locks at Bingley.", "The locks at Bingley", "Five gates on a hill")]
    [InlineData("Abb. 2 – The locks at Bingley\n\n![](images/locks.png)", "The locks at Bingley", null)]
    [InlineData("![](images/locks.png)", "Traffic", null)]
    [InlineData("![{work:x}](images/locks.png)", "Traffic", null)]
    public void A_figure_is_called_by_its_caption_its_own_words_or_its_heading(string markdown, string caption, string? alt)
    {
        Passage figure = Assert.Single(Read($"## Traffic\n\nCoal went down.\n\n{markdown}\n").Passages, passage => passage.Figure is not null);

        Assert.Equal((caption + ".", alt), (figure.Text, figure.Figure!.Alt));
    }

    [Theory]
    [InlineData("![The locks](images/other.png)", "was not sent")]
    [InlineData("![The locks](../images/locks.png)", "does not stay in the source's folder")]
    [InlineData("![The locks](/etc/passwd)", "does not stay in the source's folder")]
    [InlineData("![The locks](https://example.org/locks.png)", "nothing is fetched")]
    [InlineData("![The locks](images/broken.png)", "not all of one")]
    [InlineData("![The locks](images/script.svg)", "SVG is not taken")]
    public void An_image_that_cannot_be_had_is_left_out_with_a_warning(string markdown, string reason)
    {
        SourceDocument source = Read($"# Canals\n\nCoal went down.\n\n{markdown}\n");

        Assert.Equal("Coal went down.", Assert.Single(source.Passages).Text);
        Assert.Contains(reason, Assert.Single(source.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_of_images_alone_holds_nothing_to_be_cited() => Assert.Throws<SourceFormatException>(() => Read($"# Canals\n\n{Locks}\n"));

    [Fact]
    public void A_thousand_images_are_a_hundred_figures_and_few_warnings()
    {
        SourceDocument source = Read($"# Canals\n\nCoal went down.\n\n{string.Concat(Enumerable.Repeat(Locks + "\n\n", 1_000))}");

        Assert.Equal(100, source.Passages.Count(passage => passage.Figure is not null));
        Assert.Equal(source.Passages.Count, source.Passages.Select(passage => passage.Id).Distinct().Count());
        Assert.Equal(11, source.Warnings.Count);
    }

    [Fact]
    public void An_image_within_a_text_is_no_figure() => Assert.Equal("Coal went down.", Assert.Single(Read($"Coal {Locks} went down.").Passages).Text);

    [Fact]
    public void What_a_source_shows_is_told_without_reading_it() =>
        Assert.Equal(["sources/images/locks.png", null], SourceReader.ImagesOf("sources/a.md", Encoding.UTF8.GetBytes($"{Locks}\n\n{Locks}\n\n![x](http://example.org/x.png)\n")).Select(image => image.Path));

    private static SourceDocument Read(string markdown) => SourceReader.Read("sources/a.md", Encoding.UTF8.GetBytes(markdown), "work", new Dictionary<string, ReadOnlyMemory<byte>>
    {
        ["sources/images/locks.png"] = Pictures.Png,
        ["sources/images/broken.png"] = Pictures.Png.AsMemory(0, 40),
        ["sources/images/script.svg"] = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(),
    });
}
