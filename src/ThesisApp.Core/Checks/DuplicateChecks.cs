using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Documents;
using ThesisApp.Core.Sources;

namespace ThesisApp.Core.Checks;

/// <summary>Finds paragraphs that say the same: equal ones, and near ones by their shared five-word runs (Broder 1997, resemblance by shingles).</summary>
internal static class DuplicateChecks
{
    private const int ShingleWords = 5;
    private const double NearResemblance = 0.6;

    public static IEnumerable<ReportCheck> Find(ThesisDocument document)
    {
        List<(string Place, HashSet<string> Shingles, string Text)> seen = [];
        foreach ((string place, Block block) in document.Chapters.SelectMany(Blocks))
        {
            string text = block.PlainText();
            HashSet<string> shingles = Shingles(text);
            foreach ((string otherPlace, HashSet<string> otherShingles, string otherText) in seen)
            {
                if (text == otherText)
                {
                    yield return new ReportCheck("duplicate-paragraph", CheckSeverities.Error, place, $"A paragraph stands in {otherPlace} already: '{Start(text)}'");
                    break;
                }

                if (Resemblance(shingles, otherShingles) >= NearResemblance)
                {
                    yield return new ReportCheck("near-duplicate-paragraph", CheckSeverities.Warning, place, $"A paragraph says nearly the same as one in {otherPlace}: '{Start(text)}'");
                    break;
                }
            }

            seen.Add((place, shingles, text));
        }
    }

    private static IEnumerable<(string Place, Block Block)> Blocks(DocumentChapter chapter) =>
        chapter.Opening.Select(block => (chapter.Id, block)).Concat(chapter.Sections.SelectMany(section => section.Blocks.Select(block => (section.Id, block))))
            .Where(entry => !AsksOnly(entry.block.PlainText()));

    // Research questions are asked in the introduction and taken up word for word where they are answered.
    private static bool AsksOnly(string text) => SentenceSplitter.Split(text).All(sentence => sentence.EndsWith('?'));

    private static HashSet<string> Shingles(string text)
    {
        string[] words = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Max(0, words.Length - ShingleWords + 1))
            .Select(i => string.Join(' ', words, i, ShingleWords))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static double Resemblance(HashSet<string> a, HashSet<string> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return 0;
        }

        int shared = a.Count(b.Contains);
        return shared / (double)(a.Count + b.Count - shared);
    }

    private static string Start(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
