using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Checks.Repetition;

/// <summary>Paragraphs that stand there twice, or nearly, within a section or between sections; sentences that stand there twice.</summary>
internal static class Duplicates
{
    private const double Near = 0.5;
    private const int LeastWords = 12;
    private const int LeastWordsOfSentence = 9;

    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        (CheckedSection Section, CheckedParagraph Paragraph)[] paragraphs = [.. thesis.BodyParagraphs.Where(item => item.Paragraph.Words >= LeastWords)];
        HashSet<int> alike = [];
        foreach ((int first, int second, double resemblance) in Pairs(paragraphs))
        {
            (CheckedSection section, CheckedParagraph paragraph) = paragraphs[second];
            string place = Finding.Place(paragraphs[first].Section, paragraphs[first].Paragraph.Line);
            alike.Add(second);
            yield return paragraph.Text == paragraphs[first].Paragraph.Text
                ? Finding.Error("duplicate-paragraph", section, paragraph.Line, $"This paragraph stands in {place} already: '{Finding.Start(paragraph.Text)}'")
                : Finding.Warning("near-duplicate-paragraph", section, paragraph.Line, $"{resemblance:P0} of this paragraph and of one in {place} are the same: '{Finding.Start(paragraph.Text)}'");
        }

        Dictionary<string, (CheckedSection Section, int? Line)> seen = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < paragraphs.Length; i++)
        {
            (CheckedSection section, CheckedParagraph paragraph) = paragraphs[i];
            foreach (string sentence in paragraph.Sentences.Where(sentence => DocumentChecks.CountWords(sentence) >= LeastWordsOfSentence))
            {
                if (!seen.TryAdd(sentence, (section, paragraph.Line)) && !alike.Contains(i) && !TakesUp(seen[sentence].Section, section, sentence))
                {
                    yield return Finding.Warning("repeated-sentence", section, paragraph.Line, $"This sentence stands in {Finding.Place(seen[sentence].Section, seen[sentence].Line)} already: '{Finding.Start(sentence)}'");
                }
            }
        }
    }

    // A question that the introduction asks is taken up word for word where it is answered.
    private static bool TakesUp(CheckedSection first, CheckedSection second, string sentence) =>
        sentence.EndsWith('?') && first.Role == SectionRoles.Introduction && second.Role != SectionRoles.Introduction;

    // Through an index of the runs, so that only paragraphs that share one are compared.
    private static IEnumerable<(int First, int Second, double Resemblance)> Pairs((CheckedSection Section, CheckedParagraph Paragraph)[] paragraphs)
    {
        HashSet<string>[] shingles = [.. paragraphs.Select(item => Shingles.Of(item.Paragraph.Text))];
        Dictionary<string, List<int>> index = new(StringComparer.Ordinal);
        for (int i = 0; i < shingles.Length; i++)
        {
            Dictionary<int, int> shared = [];
            foreach (string shingle in shingles[i])
            {
                if (!index.TryGetValue(shingle, out List<int>? holders))
                {
                    index[shingle] = holders = [];
                }

                foreach (int holder in holders)
                {
                    shared[holder] = shared.GetValueOrDefault(holder) + 1;
                }

                holders.Add(i);
            }

            (int other, double resemblance) = shared
                .Select(item => (item.Key, Resemblance: Shingles.Resemblance(item.Value, shingles[i].Count, shingles[item.Key].Count)))
                .OrderByDescending(item => item.Resemblance).ThenBy(item => item.Key)
                .FirstOrDefault();
            if (resemblance >= Near)
            {
                yield return (other, i, resemblance);
            }
        }
    }
}
