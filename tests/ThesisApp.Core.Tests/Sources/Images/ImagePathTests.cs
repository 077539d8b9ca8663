using ThesisApp.Core.Sources.Images;

namespace ThesisApp.Core.Tests.Sources.Images;

public sealed class ImagePathTests
{
    [Theory]
    [InlineData("sources/a.md", "images/x.png", "sources/images/x.png")]
    [InlineData("sources/a.md", "./x.png", "sources/x.png")]
    [InlineData("sources/a.md", "./images//./my%20plot.png", "sources/images/my plot.png")]
    [InlineData("a.md", "x.png", "x.png")]
    public void An_image_stands_below_its_source(string source, string address, string path) => Assert.Equal(path, ImagePath.Of(source, address).Path);

    [Theory]
    [InlineData("../x.png")]
    [InlineData("../../etc/passwd")]
    [InlineData("images/../../x.png")]
    [InlineData("%2e%2e/x.png")]
    [InlineData("..%2Fx.png")]
    [InlineData("%2E%2E%2F%2E%2E%2Fetc%2Fpasswd")]
    [InlineData("/etc/passwd")]
    [InlineData("%2Fetc%2Fpasswd")]
    [InlineData("~/x.png")]
    [InlineData("..\\x.png")]
    [InlineData("..%5Cx.png")]
    [InlineData("x.png%00.md")]
    [InlineData("C:\\x.png")]
    [InlineData("//example.org/x.png")]
    [InlineData("http://example.org/x.png")]
    [InlineData("https:x.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("./")]
    public void An_image_that_may_stand_elsewhere_is_none(string address)
    {
        ImagePath path = ImagePath.Of("sources/a.md", address);
        Assert.Null(path.Path);
        Assert.NotEmpty(path.Problem!);
    }

    [Fact]
    public void A_path_is_decoded_once() => Assert.Equal("sources/%2e%2e/x.png", ImagePath.Of("sources/a.md", "%252e%252e/x.png").Path);
}
