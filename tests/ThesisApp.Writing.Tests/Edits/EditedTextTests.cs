using CsCheck;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Revisions;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Edits;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Edits;

public sealed class EditedTextTests
{
    private static readonly string[] Pieces =
    [
        "The canal carried grain.", "Traffic fell,", "said *Smith*", "(e.g. in 1802)", "[@smith1990, para. 1]", "[@nobody1999]", ".", "\n", " ", "  ", "“Who knows?”", "he asked.", "[sic]", "a_b", "\\*", "1 < 2", "{braces}", "Dr. Jones", "!",
    ];

    [Fact]
    public void The_stretches_of_a_text_are_the_text_again() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 30].Sample(pieces =>
        {
            string text = EditedTextRules.Clean(string.Join(' ', pieces));
            IReadOnlyList<Paragraph> paragraphs = EditedText.Parse(text, Evidence());
            string[] blocks = [.. System.Text.RegularExpressions.Regex.Split(text, @"\n[ \t]*\n").Where(block => !string.IsNullOrWhiteSpace(block)).Select(block => block.Trim('\n').TrimEnd())];

            Assert.Equal(blocks, paragraphs.Select(paragraph => string.Concat(paragraph.Sentences.Select(sentence => Restored(sentence.Verbatim!, text)))));
        });

    [Fact]
    public void Sentences_know_what_they_say_and_cite()
    {
        Paragraph paragraph = Assert.Single(EditedText.Parse("The *canal* carried grain [@smith1990, para. 1].\nIt was long. [@smith1990, para. 2] And it was [@smith1990] old.", Evidence()));

        Assert.Equal(["The canal carried grain.", "It was long.", "And it was old."], paragraph.Sentences.Select(sentence => sentence.Text));
        Assert.Equal(["smith1990#a", "smith1990#b", ""], paragraph.Sentences.Select(sentence => Assert.Single(sentence.Citations).PassageId));
    }

    [Fact]
    public void Lists_are_lists()
    {
        IReadOnlyList<Paragraph> paragraphs = EditedText.Parse("- One.\n- Two [@smith1990, para. 1].\n\n1. First.\n2. Second.\n\n2. Not\n5. a list", Evidence());

        Assert.Equal([ParagraphKind.Bulleted, ParagraphKind.Numbered, ParagraphKind.Text], paragraphs.Select(paragraph => paragraph.Kind));
        Assert.Equal([2, 2], paragraphs.Take(2).Select(paragraph => paragraph.Sentences.Count));
    }

    [Theory]
    [InlineData("[@smith1990, para. 9]", "smith1990", "para. 9")]
    [InlineData("[@smith1990, ???]", "smith1990", "unknown place")]
    [InlineData("[@nobody1999]", "nobody1999", "unknown place")]
    public void A_citation_that_leads_nowhere_has_no_passage(string cited, string key, string locator) =>
        Assert.Equal(new Citation(key, string.Empty, locator), Assert.Single(Assert.Single(Given.Sentences(EditedText.Parse($"It was so {cited}.", Evidence()))).Citations));

    internal static EvidenceSet Evidence() => EvidenceSet.OfPerson(
        new PassageLocators([new SourceDocument("smith1990", "smith.md", "Smith", [Given.Passage("smith1990#a", "The canal carried 1,250 tonnes of grain in 1802."), Given.Passage("smith1990#b", "Its keepers were paid by the toll.")], [])]),
        ["smith1990", "book2000"]);

    private static string Restored(Verbatim verbatim, string text)
    {
        // The citations of these texts are one of two.
        string restored = verbatim.Text;
        for (int i = 0; i < verbatim.Groups.Count; i++)
        {
            string group = verbatim.Groups[i][0].Key == "smith1990" ? "[@smith1990, para. 1]" : "[@nobody1999]";
            Assert.Contains(group, text, StringComparison.Ordinal);
            restored = restored.Replace($"{Verbatim.Open}{i}{Verbatim.Close}", group, StringComparison.Ordinal);
        }

        return restored;
    }
}
