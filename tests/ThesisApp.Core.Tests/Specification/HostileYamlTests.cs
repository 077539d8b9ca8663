using System.Diagnostics;
using CsCheck;
using ThesisApp.Core.Specification;
using ThesisApp.Core.Tests.Support;

namespace ThesisApp.Core.Tests.Specification;

public sealed class HostileYamlTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("title: [unclosed\ntopic: T\n", 1, 2, 3)]
    [InlineData("title: A\n\ttopic: T\n", 1, 2)]
    [InlineData("title: \"open\ntopic: T\n", 1, 2, 3)]
    [InlineData("title: A: B\n", 1)]
    [InlineData("title: A\n  topic: T\n", 1, 2)]
    [InlineData("title: A\ntitle: B\n", 1, 2)]
    [InlineData("title: @at\n", 1)]
    [InlineData("%YAML 9.9\n---\ntitle: A\n", 1)]
    [InlineData("title: \"\\uD800\"\n", 1)]
    public void Malformed_yaml_is_named_with_its_line_and_a_remedy(string yaml, params int[] lines)
    {
        SpecDiagnostic diagnostic = SpecText.Single(yaml);

        Assert.Contains(diagnostic.Line, lines);
        Assert.Contains("not valid YAML", diagnostic.Message, StringComparison.Ordinal);
        Assert.NotEmpty(diagnostic.Remedy);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("# only a comment\n", "empty")]
    [InlineData("- a\n- b\n", "list of 'key: value'")]
    [InlineData("just text", "list of 'key: value'")]
    [InlineData("title: A\n---\ntitle: B\n", "second one")]
    public void What_is_no_specification_is_told(string yaml, string message) => Assert.Contains(message, SpecText.Single(yaml).Message, StringComparison.Ordinal);

    [Fact]
    public void Aliases_are_refused_before_they_can_expand()
    {
        string bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"{(char)('a' + i)}: &{(char)('a' + i)} [{string.Join(',', Enumerable.Repeat("*" + (char)('a' + i - 1), 10))}]\n"));

        Assert.Contains("aliases", SpecText.Single(bomb).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    public void Deep_nesting_does_not_exhaust_the_stack(string open, string close)
    {
        string yaml = "title: A\ntopic:\n  " + string.Concat(Enumerable.Repeat(open, 100_000)) + "x" + string.Concat(Enumerable.Repeat(close, 100_000));
        Stopwatch watch = Stopwatch.StartNew();

        Assert.NotEmpty(SpecText.Read(yaml).Diagnostics);
        Assert.True(watch.Elapsed < Patience, $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void A_tab_in_the_indentation_is_reported_where_it_stands()
    {
        SpecDiagnostic diagnostic = SpecText.Single("title: T\ntopic: T\nresearchQuestions:\n  - Why?\n\t- How?\nsources: [a.md]\n");

        Assert.Equal((5, 1), (diagnostic.Line, diagnostic.Column));
        Assert.Contains("tab", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_a_megabyte_is_refused_unread() => Assert.Contains("larger than 1 MB", SpecText.Single(SpecText.Valid + "# " + new string('é', SpecReader.MaxBytes / 2)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("x: y\n")]
    [InlineData("- ")]
    [InlineData("\"")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("a: ")]
    [InlineData("? ")]
    [InlineData("!a ")]
    [InlineData("&a ")]
    [InlineData("\n")]
    [InlineData("# ")]
    [InlineData("|\n")]
    [InlineData("a")]
    public void A_megabyte_of_anything_is_refused_in_time(string unit)
    {
        string yaml = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        Stopwatch watch = Stopwatch.StartNew();

        Assert.InRange(SpecText.Read(yaml).Diagnostics.Count, 1, 100);
        Assert.True(watch.Elapsed < Patience, $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void Fifteen_thousand_sections_are_checked_in_time()
    {
        string yaml = SpecText.Valid + "words: 200000\nchapters:\n  - id: a\n    title: A\n    sections:\n" + string.Concat(Enumerable.Range(0, 15_000).Select(i => $"      - {{id: s{i}, title: T, gives: [g{i}], needs: [m{i}]}}\n"));
        Stopwatch watch = Stopwatch.StartNew();

        Assert.Equal(100, SpecText.Read(yaml).Diagnostics.Count);
        Assert.True(watch.Elapsed < Patience, $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void Random_yaml_is_valid_or_refused_with_diagnostics_in_the_order_of_their_lines() =>
        Gen.OneOf(
                "title", "topic", "words", "chapters", "sections", "researchQuestions", "sources", "id", "needs", "gives", "role", "template", ": ", ":", "\n", "\n  ", "\n    ", "\n  - ", "\n      - ",
                "[", "]", "{", "}", ", ", "a", "b", "x", "500", "null", "~", "\"", "'", "#", "&a", "*a", "!t", "|", ">", "---", "\t", "?", "%", "😀", "\0", "\\")
            .Array[0, 60].Sample(
                units =>
                {
                    SpecReadResult read = SpecText.Read(string.Concat(units));
                    Assert.Equal(read.Spec is null, read.Diagnostics.Count > 0);
                    Assert.Equal(read.Diagnostics.OrderBy(diagnostic => diagnostic.Line).Select(diagnostic => diagnostic.Line), read.Diagnostics.Select(diagnostic => diagnostic.Line));
                },
                iter: 10_000);

    [Fact]
    public void A_valid_specification_with_a_random_change_is_valid_or_refused_with_diagnostics()
    {
        const string Yaml = SpecText.Valid + "words: 5000\nchapters:\n  - id: ch\n    title: Chapter\n    sections:\n      - { id: a, title: A, needs: [b-result], gives: [a-result], words: 100 }\n      - { id: b, title: B, gives: [b-result] }\n";
        Gen.Select(Gen.Int[0, Yaml.Length - 1], Gen.Int[0, 12], Gen.OneOf("", "\n", ":", "- ", "[", "]", "{", "}", "\"", "#", "a-result", "b", "null", "\t", "  ", "'", "&x ", "*x")).Sample(
            (place, removed, added) =>
            {
                SpecReadResult read = SpecText.Read(Yaml[..place] + added + Yaml[Math.Min(Yaml.Length, place + removed)..]);
                Assert.Equal(read.Spec is null, read.Diagnostics.Count > 0);
            },
            iter: 10_000);
    }
}
