using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>A text as weighted terms. Sums run in the order of the terms, so that they are the same to the last bit everywhere.</summary>
internal sealed class TermVector
{
    private readonly (string Term, double Weight)[] _terms;
    private readonly double _length;

    private TermVector((string Term, double Weight)[] terms)
    {
        _terms = terms;
        _length = Math.Sqrt(terms.Sum(term => term.Weight * term.Weight));
    }

    /// <summary>Vectors of texts, weighted by tf-idf among them.</summary>
    public static IReadOnlyList<TermVector> Of(IReadOnlyList<string> texts)
    {
        List<Dictionary<string, int>> counts = [.. texts.Select(Count)];
        Dictionary<string, int> holders = new(StringComparer.Ordinal);
        foreach (string term in counts.SelectMany(count => count.Keys))
        {
            holders[term] = holders.GetValueOrDefault(term) + 1;
        }

        return [.. counts.Select(count => new TermVector([.. count
            .Select(pair => (pair.Key, pair.Value * Math.Log(1 + (texts.Count / (double)holders[pair.Key]))))
            .OrderBy(term => term.Key, StringComparer.Ordinal)]))];
    }

    public double Cosine(TermVector other)
    {
        double sum = 0;
        for (int i = 0, j = 0; i < _terms.Length && j < other._terms.Length;)
        {
            int order = string.CompareOrdinal(_terms[i].Term, other._terms[j].Term);
            sum += order == 0 ? _terms[i].Weight * other._terms[j].Weight : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return _length == 0 || other._length == 0 ? 0 : sum / (_length * other._length);
    }

    private static Dictionary<string, int> Count(string text)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string stem in Words.Stems(text))
        {
            counts[stem] = counts.GetValueOrDefault(stem) + 1;
        }

        return counts;
    }
}
