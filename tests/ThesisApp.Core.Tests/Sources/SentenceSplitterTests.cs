using CsCheck;
using ThesisApp.Core.Sources;

namespace ThesisApp.Core.Tests.Sources;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("It grew. It shrank.", 2)]
    [InlineData("Did it? Yes! It did.", 3)]
    [InlineData("See Fig. 3 and Sec. 2 for it.", 1)]
    [InlineData("Smith et al. Found it.", 1)]
    [InlineData("It holds, e.g. Trees and blobs.", 1)]
    [InlineData("D. E. Knuth wrote it.", 1)]
    [InlineData("It grew by 3.5 percent. Then it fell.", 2)]
    [InlineData("It uses version 2.0 of the format.", 1)]
    [InlineData("It ended (at last.) Then it began.", 2)]
    [InlineData("He said \"No.\" She said \"Yes.\"", 2)]
    [InlineData("It went on... and on.", 1)]
    [InlineData("It stopped... It began.", 2)]
    [InlineData("The end... ", 1)]
    [InlineData("1. The first point.", 1)]
    [InlineData("Das gilt z. B. Für Bäume.", 1)]
    [InlineData("Das gilt auch hier, vgl. Kap. 3 und Nr. 4.", 1)]
    [InlineData("Es begann am 3. Februar im 19. Jahrhundert. Dann endete es.", 2)]
    [InlineData("Er sagte: „Nein.“ Dann ging er.", 2)]
    [InlineData("Il dit : « Non. » Puis il partit.", 2)]
    [InlineData("Mme. Curie vint vers 300 av. J.-C. Elle resta.", 2)]
    [InlineData("Llegó el Sr. Pérez, p. ej. Con su hijo, a la pág. 3.", 1)]
    [InlineData("¿Quién vino? ¡Nadie! ¿Por qué?", 3)]
    [InlineData("It grew by 12. Then it fell.", 2)]
    [InlineData("No stop at all", 1)]
    [InlineData("", 0)]
    public void Sentences_are_told_from_abbreviations_and_numbers(string text, int expected) => Assert.Equal(expected, SentenceSplitter.Split(text).Count);

    [Fact]
    public void Joined_by_spaces_the_sentences_give_the_text_again() =>
        Gen.OneOf("word", "Word", "A", "e.g", "3", ".", "!", "?", "…", "\"", ")", "”", "(", " ", " ", " ", ",", "é").Array[0, 80].Sample(
            units =>
            {
                string text = string.Join(' ', string.Concat(units).Split(' ', StringSplitOptions.RemoveEmptyEntries));
                Assert.Equal(text, string.Join(' ', SentenceSplitter.Split(text)));
            },
            iter: 20_000);

    [Theory]
    [InlineData(".", "a")]
    [InlineData(".", " a")]
    [InlineData("?!", "a")]
    [InlineData(". ", "a")]
    [InlineData("\".", " a")]
    public void A_run_of_millions_of_stops_is_split_in_one_go(string unit, string end)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 5_000_000 / unit.Length)) + end;
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(text, string.Join(' ', SentenceSplitter.Split(text)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
    }
}
