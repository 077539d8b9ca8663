using ThesisApp.Core.Sources;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class SentenceFilterTests
{
    private const string Good = "The canal carried more grain in every decade of the century.";

    [Theory]
    [InlineData("Was the canal ever profitable for its owners at all?")]
    [InlineData("See https://example.org/canal for the data that were used here.")]
    [InlineData("Too short.")]
    [InlineData("We found that the canal carried more grain than before.")]
    [InlineData("The table lists 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56.")]
    [InlineData("The paper ends with an encouraging balance of the decade.")]
    [InlineData("Note that the lock must be closed before the gate is opened.")]
    [InlineData("The tolls of the canal are given in Table 3 for each decade.")]
    [InlineData("As shown above, the canal carried more grain than the road.")]
    [InlineData("The canal carried more grain than the road [12] in that year.")]
    [InlineData("Three reasons explain the decline of the canal.")]
    [InlineData("An unclosed (bracket makes the whole of the sentence hard to read.")]
    public void A_sentence_that_cannot_stand_in_another_text_is_left(string sentence) => Assert.Empty(Units(sentence));

    [Theory]
    [InlineData("Gates of iron, which came in 1834, lifted the restriction.", 1)]
    [InlineData("Records of two keepers show which of them is the case.", 2)]
    public void A_noun_that_takes_up_what_was_said_keeps_its_sentence_by_the_one_before(string sentence, int units) => Assert.Equal(units, Units($"{Good} {sentence}").Count);

    [Fact]
    public void A_sentence_that_leans_on_the_one_before_comes_with_it() =>
        Assert.Equal([Good, "This growth ended when the railway reached the harbour."], Assert.Single(Units(Good + " This growth ended when the railway reached the harbour.")).Sentences);

    [Theory]
    [InlineData("The change needed no new locks, because the barges stayed as they were.")]
    [InlineData("Owners therefore had to rebuild every gate on the upper canal.")]
    [InlineData("Locks of this kind were copied on three other rivers.")]
    [InlineData("All of these gates were built of oak from the valley.")]
    [InlineData("Trade with the harbour and not the price of oak prompted each of these repairs.")]
    [InlineData("Safety of the boats was thereby left to the keepers of the locks.")]
    public void A_sentence_that_cannot_be_understood_alone_is_no_unit_of_its_own(string leaning)
    {
        Assert.Empty(Units(leaning));
        Assert.Equal([Good, leaning], Assert.Single(Units($"{Good} {leaning}")).Sentences);
    }

    [Theory]
    [InlineData("The paper mills of the valley stood along the canal for a century.")]
    [InlineData("The change of the tolls in 1820 drew traffic from the road.")]
    [InlineData("The study of locks began with the engineers of the Severn.")]
    [InlineData("Use of steam tugs spread slowly on the upper canal.")]
    [InlineData("Gates of oak outlive the lock keepers who paint them, and so these gates were left as they were.")]
    public void A_sentence_that_only_looks_like_one_that_leans_stands_alone(string sentence) => Assert.Equal([sentence], Assert.Single(Units(sentence)).Sentences);

    [Theory]
    [InlineData("de", "Der Kanal trug in jedem Jahrzehnt mehr Getreide als zuvor.", "Dieses Wachstum endete mit dem Bau der Bahn am Hafen.")]
    [InlineData("fr", "Le canal portait chaque décennie davantage de blé que la route.", "Cette croissance prit fin avec la construction du chemin de fer.")]
    [InlineData("es", "El canal transportaba cada década más grano que el camino.", "Este crecimiento terminó con la construcción del ferrocarril.")]
    public void Sentences_lean_in_other_languages_as_they_do_in_English(string language, string first, string leaning) =>
        Assert.Equal([first, leaning], Assert.Single(Units($"{first} {leaning}", language)).Sentences);

    [Theory]
    [InlineData("Gates of iron, which came in 1834, lifted the restriction.")]
    [InlineData("Pairs of gates solved the problem by holding the water back.")]
    public void A_noun_for_what_was_said_before_keeps_a_sentence_from_being_a_statement_of_its_own(string sentence)
    {
        Assert.False(new SentenceFilter(Phrasebook.For("en")).StandsAlone(sentence));
        Assert.Single(Units(sentence));
    }

    [Theory]
    [InlineData("Gates of iron, which came in 1834, lifted the restriction on heavy boats.")]
    [InlineData("A rule of the company forbade iron gates until the rule was given up.")]
    [InlineData("Gates of iron were the answer that the engineers of the river gave.")]
    public void Where_a_sentence_says_itself_which_is_meant_it_is_one(string sentence) => Assert.True(new SentenceFilter(Phrasebook.For("en")).StandsAlone(sentence));

    [Theory]
    [InlineData("")]
    [InlineData("→ .")]
    public void What_has_no_words_points_to_nothing(string sentence) => Assert.True(new SentenceFilter(Phrasebook.For("en")).StandsAlone(sentence));

    [Fact]
    public void A_sentence_that_leans_on_one_that_is_gone_is_left_too() =>
        Assert.Empty(Units("Was the canal profitable? This growth ended when the railway reached the harbour."));

    [Fact]
    public void Sentences_that_stand_alone_are_units_of_their_own() =>
        Assert.Equal(2, Units(Good + " Barges were built of oak in the yards of the town.").Count);

    private static IReadOnlyList<SentenceUnit> Units(string text, string language = "en") => new SentenceFilter(Phrasebook.For(language)).Units(new Passage("a#1", "a", 1, null, null, text), 0);
}
