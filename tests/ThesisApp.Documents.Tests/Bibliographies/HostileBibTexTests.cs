using System.Diagnostics;
using System.Globalization;
using CsCheck;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Bibliographies;

namespace ThesisApp.Documents.Tests.Bibliographies;

public sealed class HostileBibTexTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Random_text_is_read_without_an_exception() =>
        Gen.OneOf("@", "@article", "@string", "@comment", "{", "}", "(", ")", "\"", ",", "=", "#", "\\", "\\\"", "\\'", "\\v", " ", "\n", "key", "title", "author", "and", "a", "😀", "\uD83D", "$", "~", "--", "acm")
            .Array[0, 60].Sample(units => BibTexReader.Read(string.Concat(units)), iter: 5_000);

    [Theory]
    [InlineData("{")]
    [InlineData("\\'")]
    [InlineData("\\'{")]
    [InlineData("\\v{\\'{")]
    [InlineData("\\emph{")]
    [InlineData("$")]
    public void Deep_nesting_does_not_exhaust_the_stack(string unit)
    {
        string value = string.Concat(Enumerable.Repeat(unit, 90_000));

        Assert.Single(BibTexReader.Read($"@misc{{k, title = {{{value}a").Entries);
    }

    [Theory]
    [InlineData("\\\"{😀}")]
    [InlineData("\\\"😀")]
    [InlineData("\\'{}")]
    [InlineData("\\")]
    public void An_accent_on_what_cannot_bear_one_does_no_harm(string value) => Assert.Single(BibTexReader.Read($"@misc{{k, title = {{A {value} B}}}}").Entries);

    [Fact]
    public void Macros_of_macros_do_not_expand_without_end()
    {
        IEnumerable<string> doublings = Enumerable.Range(1, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"@string{{s{i} = s{i - 1} # s{i - 1}}}\n"));
        IEnumerable<string> uses = Enumerable.Range(0, 10_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"@misc{{k{i}, title = s40}}\n"));

        Bibliography read = BibTexReader.Read("@string{s0 = {lol}}\n" + string.Concat(doublings) + string.Concat(uses));

        Assert.Equal(10_000, read.Entries.Count);
        Assert.InRange(read.Entries.Sum(entry => (long)(entry["title"]?.Length ?? 0)), 0, 20_000_000);
    }

    [Theory]
    [InlineData("@misc{k, a = {\n")]
    [InlineData("@misc{k, a = \"\n")]
    [InlineData("@comment{\n")]
    [InlineData("@")]
    [InlineData("@a{")]
    [InlineData("@misc{k, title = {,\n")]
    [InlineData("{")]
    [InlineData("\"")]
    [InlineData("#")]
    [InlineData("@misc{k, a = b # ")]
    [InlineData("@misc{k, title = {\n\n\n\n\n")]
    public void Two_megabytes_of_anything_are_read_in_time(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 2_000_000 / unit.Length));
        Stopwatch watch = Stopwatch.StartNew();

        Bibliography read = BibTexReader.Read(text);

        Assert.True(watch.Elapsed < Patience, $"It took {watch.Elapsed}.");
        Assert.InRange(read.Warnings.Count, 0, 101);
    }
}
