using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class FindingsTests
{
    private const string Unlike = "Widows rarely signed petitions about schooling.";

    private static readonly OutlineSection Found = Corpus.Section("c/found", 200, SectionRoles.Results) with { ResearchQuestion = 0, Gives = ["findings-1"] };
    private static readonly OutlineSection Expected = Corpus.Section("c/propositions", 200, SectionRoles.Framework) with { Gives = ["propositions"] };

    [Fact]
    public void Where_no_finding_is_left_to_be_set_beside_a_proposition_nothing_is_said_of_them() =>
        Assert.Single(Of(Corpus.Sentence(1)).Interpretation());

    [Theory]
    [InlineData("The trade of the valley grew after 1805.", "On the course of change")]
    [InlineData("The mill owners of the valley held most of the shares.", "On this question")]
    public void A_statement_is_called_a_step_only_where_a_word_of_it_shows_that_it_is_one(string statement, string expected) =>
        Assert.Contains(Of(statement).Answers().SelectMany(paragraph => paragraph.Sentences), entry => entry.Sentence.Text.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void Steps_of_a_change_are_told_in_the_order_of_time()
    {
        string text = string.Join(' ', Of("Tugs were introduced in 1840 on the canal.", "Unlike before, tolls fell from 1812 to 1815.", "Gates of iron were introduced in 1825.").Answers().SelectMany(paragraph => paragraph.Sentences).Select(entry => entry.Sentence.Text));
        Assert.True(text.IndexOf("1812", StringComparison.Ordinal) is > 0 and var first && first < text.IndexOf("1825", StringComparison.Ordinal), text);
        Assert.True(text.IndexOf("1825", StringComparison.Ordinal) < text.IndexOf("1840", StringComparison.Ordinal), text);
    }

    private static Findings Of(params string[] found)
    {
        OutlineSection section = Corpus.Section("c/meaning", 200, SectionRoles.Discussion);
        DraftRequest request = new(
            Corpus.Spec(), Corpus.Outline(Found, Expected, section), section, [Artifact("findings-1", Found.Id, found), Artifact("propositions", Expected.Id, [Unlike])], new SectionAllotment(section.Id, []));
        return new Findings(request, new Casing([]), Phrasebook.For("en"));
    }

    private static Artifact Artifact(string name, string section, string[] claims) =>
        new(name, [.. claims.Select((claim, i) => new Claim(claim, [new Citation($"work{i}", $"work{i}#1", null)], section))], []);
}
