using System.Text;
using ThesisApp.Core.Sources.Images;

namespace ThesisApp.Core.Tests.Sources.Images;

public sealed class ImageRulesTests
{
    public static TheoryData<string, int, int> Kinds { get; } = new() { { "image/png", 1, 1 }, { "image/jpeg", 3, 2 }, { "image/gif", 3, 2 }, { "image/webp", 3, 2 } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_is_told_by_its_bytes(string mediaType, int width, int height) =>
        Assert.Equal(new ImageInfo(mediaType, width, height), ImageReader.Read(Picture(mediaType)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_that_was_cut_off_anywhere_is_none(string mediaType, int width, int height)
    {
        Assert.True(width > 0 && height > 0);
        byte[] whole = Picture(mediaType);
        Assert.All(Enumerable.Range(0, whole.Length - 1), length => Assert.Null(ImageReader.Read(whole.AsSpan(0, length))));
    }

    [Fact]
    public void Bytes_of_any_kind_behind_a_picture_s_first_ones_are_no_crash()
    {
        Random random = new(7);
        foreach (string mediaType in Kinds.Select(kind => kind.Data.Item1))
        {
            for (int i = 0; i < 500; i++)
            {
                byte[] spoilt = [.. Picture(mediaType), .. new byte[random.Next(40)]];
                random.NextBytes(spoilt.AsSpan(random.Next(3, spoilt.Length)));
                _ = ImageReader.Read(spoilt);
            }
        }
    }

    [Theory]
    [InlineData("plot.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG")]
    [InlineData("plot.png", "\uFEFF <?xml version='1.0'?><svg onload='x()'/>", "SVG")]
    [InlineData("plot.png", "root:x:0:0:root:/root:/bin/sh", "no image")]
    [InlineData("plot.png", "", "empty")]
    public void What_is_no_picture_is_refused_with_the_reason(string path, string content, string reason) =>
        Assert.Contains(reason, ImageRules.Check(path, Encoding.UTF8.GetBytes(content))!.Message, StringComparison.Ordinal);

    [Fact]
    public void A_picture_may_be_2_MB_and_no_byte_more()
    {
        byte[] largest = [.. Pictures.Png, .. new byte[ImageRules.MaxBytes - Pictures.Png.Length]];
        Assert.Null(ImageRules.Check("a.png", largest));
        Assert.Contains("2 MB", ImageRules.Check("a.png", [.. largest, 0])!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8_192, 8_192, true)]
    [InlineData(8_193, 8_192, false)]
    [InlineData(int.MaxValue, int.MaxValue, false)]
    public void A_picture_of_more_pixels_than_a_browser_should_open_is_refused(int width, int height, bool taken) =>
        Assert.Equal(taken, ImageRules.Check("a.png", Pictures.Sized(width, height)) is null);

    private static byte[] Picture(string mediaType) => mediaType switch { "image/png" => Pictures.Png, "image/jpeg" => Pictures.Jpeg, "image/gif" => Pictures.Gif, _ => Pictures.WebP };
}
