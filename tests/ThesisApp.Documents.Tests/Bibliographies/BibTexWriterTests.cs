using CsCheck;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Bibliographies;

namespace ThesisApp.Documents.Tests.Bibliographies;

public sealed class BibTexWriterTests
{
    private static readonly Gen<string> Values =
        Gen.OneOf("a", "B", "é", " ", "&", "%", "$", "#", "_", "\\", "~", "^", "-", "--", "–", "'", "''", "`", "\"", "{", "}", "@", "\n", "=", ",", "<", "😀", "and", "word").Array[1, 20]
            .Select(string.Concat);

    [Fact]
    public void What_is_written_reads_back_to_the_same_entries() =>
        Gen.Select(Values, Values, Values, Values).Array[1, 4].Sample(
            rows =>
            {
                BibliographyEntry[] entries = [.. rows.Select((row, i) => Entry($"k{i}", row))];

                // What is in the program has been read once; what it takes for braces or white space is gone by then.
                Bibliography once = BibTexReader.Read(BibTexWriter.Write(entries));
                Bibliography twice = BibTexReader.Read(BibTexWriter.Write(once.Entries));

                Assert.Empty(once.Warnings);
                Assert.Equal(entries.Select(entry => entry.Key), once.Entries.Select(entry => entry.Key));
                Assert.Equal(once.Entries.Select(Show), twice.Entries.Select(Show));
            },
            iter: 5_000);

    [Theory]
    [InlineData("C & C++: 100% of $5 #1 a_b ~ x\\y")]
    [InlineData("A -- B and ''C'' and ``D``")]
    [InlineData("Müller – Straße 😀")]
    public void Texts_keep_every_character(string title) =>
        Assert.Equal(title, BibTexReader.Read(BibTexWriter.Write([new BibliographyEntry("k", "misc", new Dictionary<string, string> { ["title"] = title })])).Find("k")!["title"]);

    [Fact]
    public void Fields_stand_in_alphabetical_order_whatever_the_order_they_came_in()
    {
        BibliographyEntry entry = new("k", "misc", new Dictionary<string, string> { ["year"] = "2020", ["author"] = "A", ["title"] = "T" });

        Assert.Equal("@misc{k,\n  author = {A},\n  title = {T},\n  year = {2020},\n}\n\n", BibTexWriter.Write([entry]));
    }

    [Fact]
    public void A_private_path_is_not_handed_on() =>
        Assert.DoesNotContain("secret", BibTexWriter.Write([new BibliographyEntry("k", "misc", new Dictionary<string, string> { ["file"] = "/home/secret.pdf", ["title"] = "T" })]), StringComparison.Ordinal);

    private static BibliographyEntry Entry(string key, (string Title, string Author, string Url, string Note) row) => new(
        key,
        "article",
        new Dictionary<string, string> { ["title"] = row.Title, ["author"] = row.Author, ["url"] = "https://example.org/" + row.Url.Replace("\n", "", StringComparison.Ordinal), ["note"] = row.Note });

    private static string Show(BibliographyEntry entry) =>
        $"{entry.Type} {entry.Key} {string.Join("; ", entry.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"))}";
}
