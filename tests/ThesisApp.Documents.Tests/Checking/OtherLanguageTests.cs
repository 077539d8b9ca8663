using ThesisApp.Core.Checks;
using ThesisApp.Documents.Checking;

namespace ThesisApp.Documents.Tests.Checking;

/// <summary>Theses in French and Spanish, checked as they are written there.</summary>
public sealed class OtherLanguageTests
{
    [Theory]
    [InlineData("fr", "Le tableau 1 le montre, comme la section 1 l'a dit.", "Tableau 1 : Péages par an", new string[0])]
    [InlineData("fr", "Le tableau 2 le montre, comme la section 1 l'a dit.", "Tableau 1 : Péages par an", new[] { "broken-cross-reference", "unmentioned-table" })]
    [InlineData("fr", "Le tableau 1 le montre, comme la section 7 l'a dit.", "Tableau 1 : Péages par an", new[] { "broken-cross-reference" })]
    [InlineData("es", "La tabla 1 lo muestra, como dice la sección 1.", "Tabla 1: Peajes por año", new string[0])]
    [InlineData("es", "La figura 1 lo muestra, como dice el capítulo 3.", "Figura 1: Peajes por año", new[] { "broken-cross-reference" })]
    public void What_is_referred_to_is_looked_for_by_its_name_in_the_language(string language, string text, string caption, string[] found) =>
        Assert.Equal(found, Checks(language, $"{text}\n\n{caption}").Where(id => id is "broken-cross-reference" or "unmentioned-table" or "unmentioned-figure" or "caption-number").Order(StringComparer.Ordinal));

    [Fact]
    public void A_quotation_in_guillemets_is_one()
    {
        Assert.Contains("quotation-without-citation", Checks("fr", "On lit « que le canal fut ouvert avant la guerre » dans un livre."));
        Assert.Contains("quotation-without-citation", Checks("de", "Dort steht »dass der Kanal vor dem Krieg eröffnet wurde« zu lesen."));
    }

    [Fact]
    public void A_reflexive_verb_is_no_doubled_word() => Assert.DoesNotContain("doubled-word", Checks("fr", "Nous nous demandons si vous vous souvenez du canal."));

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    public void Reading_ease_has_the_constants_of_the_language(string language)
    {
        double ease = Report(language, "Le canal fut ouvert. La barque passe.").Sections[0].ReadingEase!.Value;

        // Seven words in two sentences; canal and ouvert have two groups of vowels each, barque and passe lose their silent e.
        const double Length = 3.5;
        const double Syllables = 9 / 7.0;
        double expected = language switch
        {
            "de" => 180 - Length - (58.5 * Syllables),
            "fr" => 207 - (1.015 * Length) - (73.6 * Syllables),
            "es" => 206.84 - (1.02 * Length) - (60 * Syllables),
            _ => 206.835 - (1.015 * Length) - (84.6 * Syllables),
        };
        Assert.Equal(expected, ease, 0.06);
    }

    private static string[] Checks(string language, string text) => [.. Report(language, text).Checks.Select(check => check.Id)];

    private static ThesisReport Report(string language, string text) => ThesisChecks.Run(ThesisReader.Read($"---\nlang: {language}\n---\n\n## 1 Canal\n\n{text}\n", null));
}
