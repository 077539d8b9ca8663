namespace ThesisApp.Documents.Tests.Citations;

/// <summary>The words between the data, in German, French and Spanish.</summary>
public sealed class LanguageTests
{
    private const string Chapter = "@incollection{k, author={Roth, Eva and Lang, Uwe}, title={Vom Speichern}, booktitle={Archive}, editor={Uhl, Vera}, edition=2, pages={3--9}, publisher={Verlag}, address={Ulm}, year=2012}";
    private const string Page = "@online{k, author={Roth, Eva}, title={Seite}, url={https://a.example}, urldate={2024-02-03}}";

    [Theory]
    [InlineData("apa", "Roth, E., & Lang, U. (2012). Vom Speichern. In V. Uhl (Hrsg.), *Archive* (2. Aufl., S. 3–9). Verlag.")]
    [InlineData("ieee", "[1] E. Roth und U. Lang, „Vom Speichern“, in *Archive*, 2. Aufl., V. Uhl, Hrsg., Ulm: Verlag, 2012, S. 3–9.")]
    [InlineData("chicago", "Roth, Eva, und Uwe Lang. 2012. „Vom Speichern“. In *Archive*, 2. Aufl., herausgegeben von Vera Uhl. Verlag.")]
    [InlineData("harvard", "Roth, E. und Lang, U. (2012) „Vom Speichern“, in V. Uhl (Hrsg.) *Archive*. 2. Aufl. Ulm: Verlag, S. 3–9.")]
    [InlineData("vancouver", "1. Roth E, Lang U. Vom Speichern. In: Uhl V, Herausgeber. Archive. 2. Aufl. Ulm: Verlag; 2012. S. 3–9.")]
    public void A_chapter_is_listed_in_German(string style, string expected) => Assert.Equal(expected, new Styled(style, Chapter, "de-AT").List("k"));

    [Theory]
    [InlineData("apa", "Roth, E. (o. J.). *Seite*. Abgerufen am 3. Februar 2024, von https://a.example")]
    [InlineData("ieee", "[1] E. Roth, „Seite“. Zugegriffen: 3. Feb. 2024. [Online]. Verfügbar unter: https://a.example")]
    [InlineData("chicago", "Roth, Eva. o. J. „Seite“. Zugegriffen 3. Februar 2024. https://a.example.")]
    [InlineData("harvard", "Roth, E. (ohne Jahr) *Seite*. Verfügbar unter: https://a.example (Zugegriffen: 3. Februar 2024).")]
    [InlineData("vancouver", "1. Roth E. Seite [Internet]. [zitiert 2024 Feb 3]. Verfügbar unter: https://a.example")]
    public void A_page_is_listed_in_German(string style, string expected) => Assert.Equal(expected, new Styled(style, Page, "de").List("k"));

    [Theory]
    [InlineData("apa", "(Roth & Lang, 2012, Kapitel 3)")]
    [InlineData("ieee", "[1, Kap. 3]")]
    [InlineData("chicago", "(Roth und Lang 2012, Kap. 3)")]
    [InlineData("harvard", "(Roth und Lang, 2012, Kap. 3)")]
    [InlineData("vancouver", "(1, Kap. 3)")]
    public void A_place_has_its_German_name_whatever_it_was_written_as(string style, string expected) => Assert.Equal(expected, new Styled(style, Chapter, "de").Cite("k", "chap. 3"));

    [Theory]
    [InlineData("fr", "apa", "Roth, E., & Lang, U. (2012). Vom Speichern. Dans V. Uhl (Dir.), *Archive* (2e éd., p. 3–9). Verlag.")]
    [InlineData("fr", "ieee", "[1] E. Roth et U. Lang, «\u00A0Vom Speichern\u00A0», dans *Archive*, 2e éd., V. Uhl, Dir., Ulm: Verlag, 2012, p. 3–9.")]
    [InlineData("es", "apa", "Roth, E., & Lang, U. (2012). Vom Speichern. En V. Uhl (Ed.), *Archive* (2.ª ed., pp. 3–9). Verlag.")]
    [InlineData("es", "harvard", "Roth, E. y Lang, U. (2012) «Vom Speichern», en V. Uhl (ed.) *Archive*. 2.ª ed. Ulm: Verlag, pp. 3–9.")]
    public void A_chapter_is_listed_in_French_and_Spanish(string language, string style, string expected) => Assert.Equal(expected, new Styled(style, Chapter, language).List("k"));

    [Theory]
    [InlineData("fr", "apa", "Roth, E. (s. d.). *Seite*. Consulté le 3 février 2024, à l’adresse https://a.example")]
    [InlineData("es", "apa", "Roth, E. (s. f.). *Seite*. Recuperado el 3 de febrero de 2024, de https://a.example")]
    [InlineData("fr", "ieee", "[1] E. Roth, «\u00A0Seite\u00A0». Consulté le: 3 févr. 2024. [En ligne]. Disponible à l’adresse: https://a.example")]
    public void A_page_is_listed_in_French_and_Spanish(string language, string style, string expected) => Assert.Equal(expected, new Styled(style, Page, language).List("k"));

    [Theory]
    [InlineData("fr", "(Roth et Lang 2012, chap. 3)")]
    [InlineData("es", "(Roth y Lang 2012, cap. 3)")]
    public void Two_authors_are_joined_in_the_language_of_the_document(string language, string expected) => Assert.Equal(expected, new Styled("chicago", Chapter, language).Cite("k", "chap. 3"));

    [Fact]
    public void A_language_without_terms_of_its_own_gets_English() => Assert.Equal("(Roth, n.d.)", new Styled("apa", Page, "tlh").Cite("k"));
}
