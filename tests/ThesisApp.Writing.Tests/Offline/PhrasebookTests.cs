using System.Text.RegularExpressions;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Tests.Offline;

public sealed partial class PhrasebookTests
{
    // Only English bends a heading that is a clause into a sentence.
    private static readonly string[] EnglishOnly = ["lead.clause", "lead.same.clause"];

    public static TheoryData<string> Languages { get; } = [.. Phrasebook.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_every_form(string language) =>
        Assert.Equal(Phrasebook.For("en").Keys.Except(EnglishOnly).Order(StringComparer.Ordinal), Phrasebook.For(language).Keys.Except(EnglishOnly).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_form_asks_for_nothing_that_the_English_one_is_not_given(string language)
    {
        Phrasebook english = Phrasebook.For("en");
        Phrasebook book = Phrasebook.For(language);
        Assert.All(book.Keys, key => Assert.Subset(Places(english, key), Places(book, key)));
    }

    [Fact]
    public void A_language_without_a_book_is_written_in_English() => Assert.Equal("en", Phrasebook.For("cy").Language);

    [Fact]
    public void What_a_value_holds_is_not_taken_for_a_place() =>
        Assert.Equal("On {work}, x said", Phrasebook.Fill("On {theme}, {work} said", ("theme", "{work}"), ("work", "x")));

    [Theory]
    [InlineData("en", 11, "11th")]
    [InlineData("de", 11, "11.")]
    [InlineData("en", 2, "second")]
    public void Ordinals_beyond_ten_are_figures(string language, int number, string expected) => Assert.Equal(expected, Phrasebook.For(language).Ordinal(number));

    private static HashSet<string> Places(Phrasebook book, string key) => book.Forms(key).SelectMany(form => Place().Matches(form)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
