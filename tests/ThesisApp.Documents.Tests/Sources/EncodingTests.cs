using System.Text;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Sources;

public sealed class EncodingTests
{
    private const string Text = "Müller’s “store” grew – fast.";

    [Fact]
    public void Utf8_is_read() => AssertReads(Encoding.UTF8.GetBytes(Text));

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() => AssertReads([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)]);

    [Fact]
    public void Utf16_little_endian_is_read() => AssertReads([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)]);

    [Fact]
    public void Utf16_big_endian_is_read() => AssertReads([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)]);

    [Fact]
    public void Windows_1252_keeps_its_dashes_and_quotation_marks() =>
        AssertReads([.. "M"u8, 0xFC, .. "ller"u8, 0x92, .. "s "u8, 0x93, .. "store"u8, 0x94, .. " grew "u8, 0x96, .. " fast."u8]);

    [Fact]
    public void Utf8_and_windows_1252_in_one_file_are_both_read() =>
        AssertReads([.. "Müller’s "u8, 0x93, .. "store"u8, 0x94, .. " grew – fast."u8]);

    [Fact]
    public void Text_that_is_not_utf8_is_read_with_a_warning() =>
        Assert.Contains("Windows-1252", Assert.Single(Prose.Read([.. "M"u8, 0xFC, .. "ller wrote it."u8]).Warnings), StringComparison.Ordinal);

    [Fact]
    public void Utf8_is_read_without_a_warning() => Assert.Empty(Prose.Read(Text).Warnings);

    [Theory]
    [InlineData("One line.\r\nAnother line.\r\n\r\nA paragraph.")]
    [InlineData("One line.\rAnother line.\r\rA paragraph.")]
    [InlineData("One line.\nAnother line.\n\nA paragraph.")]
    [InlineData("One line.\r\nAnother line.\n\r\nA paragraph.")]
    public void Any_line_ends_are_read_alike(string text) => Assert.Equal("One line. Another line. A paragraph.", Prose.Read(text).Passages.Single().Text);

    [Theory]
    [InlineData("A\0 bell\u0007 rings.")]
    [InlineData("A\u200B bell\u202E rings\u2069.")]
    [InlineData("A bell\uFEFF rings.\u001B")]
    public void Control_and_invisible_characters_do_not_get_through(string text) => Assert.Equal("A bell rings.", Prose.Read(text).Passages.Single().Text);

    [Fact]
    public void Half_a_character_at_the_end_does_not_hinder_the_rest()
    {
        SourceDocument source = Prose.Read([.. "The store grew. It ends in é"u8.ToArray()[..^1]]);

        Assert.StartsWith("The store grew.", source.Passages.Single().Text, StringComparison.Ordinal);
    }

    private static void AssertReads(byte[] content) => Assert.Equal(Text, Assert.Single(Prose.Read(content).Passages).Text);
}
