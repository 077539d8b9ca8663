using ThesisApp.Core.Citations;

namespace ThesisApp.Core.Tests.Citations;

public sealed class PandocCitationsTests
{
    [Theory]
    [InlineData("It grew [@smith2020].", "smith2020")]
    [InlineData("It grew [@smith2020, p. 12].", "smith2020:p. 12")]
    [InlineData("It grew [see @smith2020, pp. 3-4; @jones:2019; -@lee].", "smith2020:pp. 3-4 jones:2019 lee")]
    [InlineData("@smith2020 says so.", "smith2020")]
    [InlineData("@smith2020 [p. 33] says so.", "smith2020:p. 33")]
    [InlineData("So says @smith2020.", "smith2020")]
    [InlineData("It grew [@{a key}].", "")]
    [InlineData("It grew [@{smith.2020}].", "smith.2020")]
    [InlineData("Write to me@example.org.", "")]
    [InlineData("A [link](https://a.example/@user) is none.", "")]
    [InlineData("Nor is [one](#ref-a).", "")]
    public void Citations_are_found(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', PandocCitations.Find(text).Select(citation => citation.Locator is null ? citation.Key : $"{citation.Key}:{citation.Locator}")));

    [Fact]
    public void Works_of_one_group_share_its_place()
    {
        IReadOnlyList<PandocCitation> found = PandocCitations.Find("It grew [@a; @b].");

        Assert.All(found, citation => Assert.Equal((8, 8), (citation.Position, citation.Length)));
    }

    [Fact]
    public void A_work_outside_brackets_is_part_of_the_sentence() => Assert.Equal([true, false], PandocCitations.Find("@a says [@b].").Select(citation => citation.IsNarrative));

    [Fact]
    public void What_stands_before_a_work_is_kept() => Assert.Equal("see also", PandocCitations.Find("It grew [see also @a].").Single().Prefix);
}
