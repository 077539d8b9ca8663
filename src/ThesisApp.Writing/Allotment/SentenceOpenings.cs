using ThesisApp.Core.Sources;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Allotment;

/// <summary>Knows from all sources which words that begin a sentence are no names: a section sees too little of them to tell.</summary>
internal sealed class SentenceOpenings
{
    private readonly Dictionary<string, int> _written = new(StringComparer.Ordinal);

    public SentenceOpenings(IEnumerable<Passage> passages)
    {
        // The first word of a sentence is written large in any case.
        foreach (string word in passages.SelectMany(passage => SentenceSplitter.Split(passage.Text)).SelectMany(sentence => Words.Of(sentence).Skip(1)))
        {
            _written[word] = _written.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>The openings of some passages that elsewhere stand small more often than large, in small letters and in order.</summary>
    public IReadOnlyList<string> CommonIn(IEnumerable<Passage> passages) =>
    [
        .. passages.SelectMany(passage => SentenceSplitter.Split(passage.Text))
            .Select(sentence => Words.Of(sentence).FirstOrDefault(string.Empty))
            .Where(word => word.Length > 0 && char.IsUpper(word[0]))
            .Select(word => (Large: word, Small: char.ToLowerInvariant(word[0]) + word[1..]))
            .Where(word => _written.GetValueOrDefault(word.Small) > _written.GetValueOrDefault(word.Large))
            .Select(word => word.Small)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
