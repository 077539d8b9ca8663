using System.Text;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Bibliographies;

namespace ThesisApp.Documents.Tests.Bibliographies;

public sealed class BibTexReaderTests
{
    [Fact]
    public void An_entry_has_its_type_key_and_fields()
    {
        BibliographyEntry entry = Single("@Article{smith2020, Title = {A Study}, YEAR = 2020}");

        Assert.Equal(("article", "smith2020", "A Study", "2020"), (entry.Type, entry.Key, entry["title"], entry["year"]));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("iso-8859-1", true)]
    [InlineData("utf-16", false)]
    public void A_file_is_read_whatever_it_was_saved_as(string encoding, bool isTold)
    {
        Encoding saved = Encoding.GetEncoding(encoding);
        byte[] file = [.. saved.Preamble, .. saved.GetBytes("@book{k, author = {Höst, Märta}, title = {Señor}}")];

        Bibliography read = BibTexReader.Read(file);

        Assert.Equal(("Höst, Märta", "Señor"), (read.Entries[0]["author"], read.Entries[0]["title"]));
        Assert.Equal(isTold, read.Warnings.Any(warning => warning.Contains("UTF-8", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{A {B {C} D} E}", "A B C D E")]
    [InlineData("\"A {\"}quoted{\"} word\"", "A \"quoted\" word")]
    [InlineData("{A \"quoted\" word}", "A \"quoted\" word")]
    [InlineData("{Two\n   lines}", "Two lines")]
    [InlineData("{Tom \\& Jerry: 100\\% \\$5 \\#1 a\\_b}", "Tom & Jerry: 100% $5 #1 a_b")]
    [InlineData("{A -- B --- C}", "A – B — C")]
    [InlineData("{``A''}", "“A”")]
    [InlineData("{A~B}", "A B")]
    [InlineData("{\\emph{A} \\textbf{B}}", "A B")]
    [InlineData("{$x$ and \\LaTeX}", "x and LaTeX")]
    public void Values_are_decoded(string value, string expected) => Assert.Equal(expected, Single($"@misc{{k, title = {value}}}")["title"]);

    [Theory]
    [InlineData("{\\\"o}", "ö")]
    [InlineData("\\\"{o}", "ö")]
    [InlineData("\\\"o", "ö")]
    [InlineData("{\\'e}", "é")]
    [InlineData("\\v{c}", "č")]
    [InlineData("{\\v c}", "č")]
    [InlineData("\\c{c}", "ç")]
    [InlineData("{\\ss}", "ß")]
    [InlineData("{\\o}", "ø")]
    [InlineData("\\'{\\i}", "í")]
    [InlineData("\\^{\\i}", "î")]
    [InlineData("{\\aa}", "å")]
    [InlineData("\\r{a}", "å")]
    [InlineData("\\H{o}", "ő")]
    [InlineData("{\\L}", "Ł")]
    [InlineData("\\k{a}", "ą")]
    [InlineData("\\~n", "ñ")]
    [InlineData("\\.z", "ż")]
    [InlineData("\\u{g}", "ğ")]
    public void Accents_become_one_character(string latex, string expected) => Assert.Equal($"A{expected}z", Single($"@misc{{k, title = {{A{latex}{{}}z}}}}")["title"]);

    [Fact]
    public void Strings_are_put_together() =>
        Assert.Equal("ACM Press, New York", Single("@string{acm = \"ACM\"}\n@string(press = acm # { Press})\n@book{k, publisher = press # \", \" # {New York}}")["publisher"]);

    [Fact]
    public void A_string_that_is_not_defined_stands_for_itself() => Assert.Equal("acm", Single("@book{k, publisher = acm}")["publisher"]);

    [Fact]
    public void Months_are_known() => Assert.Equal("March", Single("@misc{k, month = mar}")["month"]);

    [Fact]
    public void Text_between_entries_comments_and_preambles_is_passed_over()
    {
        Bibliography read = BibTexReader.Read(
            "Free text.\n% a comment\n@comment{@book{inside, title={No}}}\n@preamble{\"\\newcommand{\\x}{y}\"}\n@comment{a :-) face}\n@misc{k, title={Yes}}");

        Assert.Equal(["k"], read.Entries.Select(entry => entry.Key));
        Assert.Empty(read.Warnings);
    }

    [Theory]
    [InlineData("@misc{k title = {A}, year = 2020}")]
    [InlineData("@misc{k,\n title = {A}\n year = 2020\n}")]
    [InlineData("@misc{k,, title = {A},, year = 2020,,}")]
    [InlineData("@misc{k\n title = {A}, year = 2020}")]
    [InlineData("@misc(k, title = {A}, year = 2020)")]
    [InlineData("@misc{k,title={A},year={2020}")]
    [InlineData("@misc{k,title={A} stray words, year={2020}}")]
    public void Commas_and_ends_that_are_missing_lose_no_field(string text)
    {
        BibliographyEntry entry = Single(text);

        Assert.Equal(("k", "A", "2020"), (entry.Key, entry["title"], entry["year"]));
    }

    [Fact]
    public void A_value_that_is_not_closed_costs_its_entry_and_no_other()
    {
        Bibliography read = BibTexReader.Read("@misc{a, title={A}}\n@misc{b,\n title = {B {open},\n year = {2020}\n}\n\n@misc{c, title={C}}\n");

        Assert.Equal(["a", "b", "c"], read.Entries.Select(entry => entry.Key));
        Assert.Equal("B open", read.Find("b")!["title"]);
    }

    [Theory]
    [InlineData("@misc{a}\n@misc{b,\n title = {B {open},\n year = {2020}\n}\n@misc{c, title={C}}", 2, "'b' is not closed")]
    [InlineData("@misc{a}\n\n@misc{b,\n title = {{{B,\n@misc{c, title={C}}", 3, "'b' is not closed")]
    [InlineData("@misc{b,\n title = \"B,\n}\n@misc{c, title={C}}", 1, "'b' is not closed")]
    [InlineData("\n\n@misc{b, title = {B}", 3, "'b' is not closed")]
    [InlineData("\n@misc{, title = {B}}", 2, "has no key")]
    [InlineData("\n@misc{title = {B}}", 2, "has no key")]
    [InlineData("@misc{a, title={A}}\n@book{a, title={B}}", 2, "'a' is used twice")]
    [InlineData("\n@comment{open\n@misc{c, title={C}}", 2, "@comment is not closed")]
    public void A_mistake_is_named_with_its_line(string text, int line, string words)
    {
        string warning = Assert.Single(BibTexReader.Read(text).Warnings);

        Assert.StartsWith($"Bibliography, line {line}: ", warning, StringComparison.Ordinal);
        Assert.Contains(words, warning, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_comment_hides_no_entry() => Assert.Equal(["c"], BibTexReader.Read("@comment{open\n@misc{c, title={C}}").Entries.Select(entry => entry.Key));

    [Fact]
    public void Of_two_entries_with_one_key_the_first_counts() => Assert.Equal("A", Single("@misc{k, title={A}}\n@misc{k, title={B}}")["title"]);

    [Fact]
    public void A_crossref_lends_what_is_missing()
    {
        BibliographyEntry entry = BibTexReader.Read("@inproceedings{k, title={Part}, crossref={p}}\n@proceedings{p, title={Whole}, year=2020}").Find("k")!;

        Assert.Equal(("Part", "Whole", "2020"), (entry["title"], entry["booktitle"], entry["year"]));
    }

    [Fact]
    public void Entries_that_refer_to_each_other_do_no_harm() => Assert.Equal(2, BibTexReader.Read("@misc{a, crossref={b}}\n@misc{b, crossref={a}}").Entries.Count);

    [Fact]
    public void Addresses_keep_their_characters() =>
        Assert.Equal("https://example.org/a_b~c?d=1&e=%20", Single("@misc{k, url = {https://example.org/a\\_b~c?d=1\\&e=\\%20}}")["url"]);

    [Fact]
    public void An_organisation_keeps_its_braces() => Assert.Equal("{Barnes and Noble} and Smith, A.", Single("@misc{k, author = {{Barnes and Noble} and Smith, A.}}")["author"]);

    private static BibliographyEntry Single(string text) => Assert.Single(BibTexReader.Read(text).Entries);
}
