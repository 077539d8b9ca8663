using System.IO.Compression;
using System.Text;
using ThesisApp.Core.Sources;

namespace ThesisApp.Core.Tests.Sources;

public sealed class SourceRulesTests
{
    [Theory]
    [InlineData("sources/a.md")]
    [InlineData("./a.md")]
    [InlineData("sources/**/*.md")]
    [InlineData("..a/b..md")]
    [InlineData("Ünï cödé.md")]
    public void A_path_inside_the_folder_is_right(string path) => Assert.Null(SourceRules.CheckPath(path));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../a.md")]
    [InlineData("a/../../b.md")]
    [InlineData("a/..")]
    [InlineData("/etc/passwd")]
    [InlineData("~/a.md")]
    [InlineData("C:/a.md")]
    [InlineData("..\\a.md")]
    [InlineData("\\\\server\\share")]
    [InlineData("file:a.md")]
    [InlineData("a\0.md")]
    [InlineData("a\n.md")]
    public void A_path_that_may_leave_the_folder_is_reported_with_a_remedy(string path) => Assert.NotEmpty(SourceRules.CheckPath(path)!.Remedy);

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.MARKDOWN")]
    [InlineData("a.txt")]
    public void Text_is_right(string fileName) => Assert.Null(SourceRules.Check(fileName, "Some text.\n"u8));

    [Theory]
    [InlineData("a.pdf")]
    [InlineData("a")]
    [InlineData("md")]
    public void Other_files_are_reported_with_what_can_be_read(string fileName) => Assert.Contains(".md, .markdown, .txt", SourceRules.Check(fileName, "Text"u8)!.Remedy, StringComparison.Ordinal);

    [Fact]
    public void Utf16_with_its_mark_is_text() => Assert.Null(SourceRules.Check("a.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Some text.")]));

    [Fact]
    public void A_file_with_a_null_byte_is_not_text() => Assert.Contains("not text", SourceRules.Check("a.md", "Some\0text"u8)!.Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_of_compressed_bytes_is_not_text()
    {
        using MemoryStream packed = new();
        using (BrotliStream stream = new(packed, CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 50_000))));
        }

        Assert.Contains("not text", SourceRules.Check("a.md", packed.ToArray())!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_reported() => Assert.Contains("empty", SourceRules.Check("a.md", [])!.Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_of_white_space_is_reported() => Assert.Contains("white space", SourceRules.Check("a.md", "\uFEFF \r\n\t"u8)!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(SourceRules.MaxBytes, null)]
    [InlineData(200L * 1024 * 1024, "200 MB")]
    public void A_size_is_checked_before_the_file_is_read(long bytes, string? words) =>
        Assert.Equal(words is not null, SourceRules.CheckSize("a.md", bytes)?.Message.Contains(words!, StringComparison.Ordinal) ?? false);
}
