using System.Globalization;
using System.Text.RegularExpressions;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;

namespace ThesisApp.Core.Checks.Wording;

/// <summary>Figures of readability: the length of sentences, and Flesch's reading ease for English (Flesch, A New Readability Yardstick, 1948) with the constants of Amstad (Wie verständlich sind unsere Zeitungen?, 1978) for German, of Kandel and Moles (Application de l'indice de Flesch à la langue française, 1958) for French and of Fernández Huerta (Medidas sencillas de lecturabilidad, 1959) for Spanish.</summary>
internal static partial class Readability
{
    private const int LongSentence = 60;
    private const double LongMean = 30;
    private const int LeastSentences = 5;

    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        foreach ((CheckedSection section, CheckedParagraph paragraph) in thesis.BodyParagraphs)
        {
            foreach (string sentence in paragraph.Sentences.Where(sentence => DocumentChecks.CountWords(sentence) > LongSentence))
            {
                yield return Finding.Warning("long-sentence", section, paragraph.Line, $"A sentence of {DocumentChecks.CountWords(sentence)} words: '{Finding.Start(sentence)}'");
            }
        }

        foreach (CheckedSection section in thesis.Body.Where(section => section.Paragraphs.Sum(paragraph => paragraph.Sentences.Count) >= LeastSentences && MeanSentence(section) > LongMean))
        {
            yield return Finding.Warning("hard-to-read", section, section.Line, string.Create(CultureInfo.InvariantCulture, $"Its sentences have {MeanSentence(section):0} words on average."));
        }
    }

    /// <summary>Words a sentence.</summary>
    public static double MeanSentence(CheckedSection section)
    {
        int sentences = section.Paragraphs.Sum(paragraph => paragraph.Sentences.Count);
        return sentences == 0 ? 0 : section.Words / (double)sentences;
    }

    /// <summary>Flesch's reading ease: 30 and less is hard, 60 plain; null where there is no text.</summary>
    public static double? Ease(CheckedSection section, string? language)
    {
        string[] words = [.. section.Paragraphs.SelectMany(paragraph => Word().Matches(paragraph.Text)).Select(match => match.Value)];
        if (words.Length == 0)
        {
            return null;
        }

        double syllables = words.Sum(Syllables) / (double)words.Length;
        double length = MeanSentence(section);
        return language?.Split('-')[0].ToLowerInvariant() switch
        {
            "de" => 180 - length - (58.5 * syllables),
            "fr" => 207 - (1.015 * length) - (73.6 * syllables),
            "es" => 206.84 - (1.02 * length) - (60 * syllables),
            _ => 206.835 - (1.015 * length) - (84.6 * syllables),
        };
    }

    // Groups of vowels; a silent e at the end does not count.
    private static int Syllables(string word) => Math.Max(1, Vowels().Count(word) - (word.Length > 3 && word.EndsWith('e') && !word.EndsWith("le", StringComparison.OrdinalIgnoreCase) ? 1 : 0));

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouyäöüáéíóúàâèêëîïôùûœæ]+", RegexOptions.IgnoreCase)]
    private static partial Regex Vowels();
}
