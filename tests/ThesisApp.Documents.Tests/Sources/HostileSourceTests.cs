using System.Diagnostics;
using CsCheck;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Sources;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Sources;

/// <summary>What nobody means well with. Each text is read or refused by name, in a time that grows no faster than the text.</summary>
public sealed class HostileSourceTests
{
    // What takes a time that grows with the square of the text takes minutes to hours.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string, string> Texts { get; } = new(
        from file in new[] { "notes.md", "notes.txt" }
        from unit in new[] { "word ", "a", ".", ". ", "? ", "\"", ".\"", "A. ", "\0", "\u00E9", "\n", "a-\n", "-", "\t", "\f" }
        select (file, unit));

    public static TheoryData<string> Markup { get; } =
        ["*", "**a ", "_a_", "[", "](", "![", "`", "` ``", "<", "<a ", "<!--", "&", "\\", "#", "# ", "> ", "- ", "1. ", "|", "|a", "~", "\n>", "[^1]", "[a]: ", "http://a", "{", "=", "\n    a"];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Five_megabytes_of_anything_are_read_or_refused_in_time(string fileName, string unit) => AssertReadInTime(fileName, unit, 5_000_000);

    [Theory]
    [MemberData(nameof(Markup))]
    public void Markup_without_end_is_read_or_refused_in_time(string unit) => AssertReadInTime("notes.md", unit, 500_000);

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*a **b ")]
    public void Deep_nesting_neither_exhausts_the_stack_nor_fails_without_a_name(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 20_000)) + "a sentence";

        Exception? thrown = Record.Exception(() => Prose.Read(text));

        Assert.True(thrown is null or SourceFormatException, thrown?.ToString());
    }

    [Fact]
    public void Random_bytes_are_read_or_refused_by_name() =>
        Gen.Byte.Array[0, 300].Sample(
            content => Assert.True(Record.Exception(() => Prose.Read(content)) is null or SourceFormatException),
            iter: 2_000);

    [Fact]
    public void Random_markup_gives_passages_of_folded_text_with_ids_of_their_own() =>
        Gen.OneOf("a", "Word", " ", "\n", "\n\n", "# ", "*", "**", "`", "[", "](", ")", "<b>", "> ", "- ", "1. ", ". ", "é", "&amp;", "|", "\r\n", "\t", "\f", "---", "\n```\n").Array[0, 60].Sample(
            units =>
            {
                SourceDocument? source = TryRead(string.Concat(units), "notes.md");
                Assert.All(source?.Passages ?? [], passage => Assert.Equal(string.Join(' ', passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), passage.Text));
                Assert.Equal(source?.Passages.Count, source?.Passages.DistinctBy(passage => passage.Id).Count());
            },
            iter: 2_000);

    private static void AssertReadInTime(string fileName, string unit, int size)
    {
        string text = string.Concat(Enumerable.Repeat(unit, size / unit.Length)) + "a sentence stands here";
        Stopwatch watch = Stopwatch.StartNew();

        SourceDocument? source = TryRead(text, fileName);

        Assert.True(watch.Elapsed < Patience, $"It took {watch.Elapsed}.");
        Assert.All(source?.Passages ?? [], passage => Assert.InRange(passage.Text.Length, 1, 30_000));
    }

    private static SourceDocument? TryRead(string text, string fileName)
    {
        try
        {
            return Prose.Read(text, fileName);
        }
        catch (SourceFormatException)
        {
            return null;
        }
    }
}
