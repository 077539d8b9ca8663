using CsCheck;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Sources;

public sealed class PassageIdTests
{
    private static readonly string[] Subjects = ["object store", "pack file", "index", "reference log", "commit graph", "delta chain"];

    [Fact]
    public void The_same_text_gives_the_same_ids()
    {
        string text = string.Join("\n\n", Subjects.Select(Prose.Paragraph));

        Assert.Equal(Ids(Prose.Read(text)), Ids(Prose.Read(text)));
    }

    [Fact]
    public void A_paragraph_added_before_renames_no_passage()
    {
        string text = string.Join("\n\n", Subjects.Select(Prose.Paragraph));

        string[] after = Ids(Prose.Read(Prose.Paragraph("preface") + "\n\n" + text));

        Assert.Equal(Ids(Prose.Read(text)), after[1..]);
    }

    [Fact]
    public void An_edit_of_one_paragraph_renames_only_its_passage() =>
        Gen.Select(Gen.Int[0, Subjects.Length - 1], Gen.Int[1, 9]).Sample((place, sentence) =>
        {
            string[] paragraphs = [.. Subjects.Select(Prose.Paragraph)];
            string[] before = Ids(Prose.Read(string.Join("\n\n", paragraphs)));
            paragraphs[place] = paragraphs[place].Replace($"sentence {sentence} ", "sentence changed ", StringComparison.Ordinal);
            string[] after = Ids(Prose.Read(string.Join("\n\n", paragraphs)));

            Assert.Equal(before.Length, after.Length);
            Assert.Equal([place], Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]));
        });

    [Fact]
    public void Line_ends_and_line_breaks_are_no_part_of_an_id()
    {
        string unix = "# Head\n\n" + Prose.Paragraph("object store").Replace(". ", ".\n", StringComparison.Ordinal);
        string windows = "\uFEFF" + unix.Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.Equal(Ids(Prose.Read(unix)), Ids(Prose.Read(windows)));
    }

    [Fact]
    public void Text_that_stands_there_twice_has_two_ids()
    {
        string paragraph = Prose.Paragraph("object store");

        string[] ids = Ids(Prose.Read($"{paragraph}\n\n{paragraph}\n\n{paragraph}"));

        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void Ids_name_their_source() => Assert.All(Ids(Prose.Read(Prose.Paragraph("index"))), id => Assert.StartsWith("work#", id, StringComparison.Ordinal));

    private static string[] Ids(SourceDocument source) => [.. source.Passages.Select(passage => passage.Id)];
}
