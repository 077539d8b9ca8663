using ThesisApp.Writing.Offline;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class KeyPhrasesTests
{
    [Fact]
    public void Pairs_that_recur_are_found_in_the_form_of_the_text() =>
        Assert.Equal(["narrow boats", "canal tolls"], KeyPhrases.Of(["Narrow boats paid canal tolls.", "The narrow boats were slow.", "A narrow boat is long.", "Canal tolls fell."], 3));

    [Fact]
    public void A_pair_is_not_made_across_a_comma() => Assert.Empty(KeyPhrases.Of(["Without barges, tolls fell.", "With barges, tolls rose."], 3));

    [Fact]
    public void What_several_groups_of_texts_share_is_found_and_what_one_of_them_repeats_is_not() =>
        Assert.Equal(["canal tolls"], KeyPhrases.Shared([["Canal tolls fell. Canal tolls rose.", "Narrow boats came. Narrow boats went. Narrow boats stayed."], ["Old canal tolls were paid."]], 3));

    [Fact]
    public void A_pair_that_seldom_stands_without_a_third_word_is_a_phrase_of_three() =>
        Assert.Equal(["inland canal company"], KeyPhrases.Of(["The inland canal company paid.", "An inland canal company was sold.", "Every inland canal company failed."], 3));
}
