namespace ThesisApp.Writing.Retrieval;

/// <summary>How near each passage is to each of several queries by their embeddings: 0 for the furthest passage of all, 1 for the nearest.</summary>
public sealed class Nearness
{
    // Cosines that differ by less tell nothing apart.
    private const double LeastSpread = 1e-3;

    private readonly Dictionary<string, int> _places;
    private readonly double[][] _values;

    private Nearness(Dictionary<string, int> places, double[][] values)
    {
        _places = places;
        _values = values;
    }

    /// <summary>Compares.</summary>
    /// <param name="passages">The passages' ids and vectors of length 1.</param>
    /// <param name="queries">The queries' vectors.</param>
    internal static Nearness Of(IReadOnlyList<(string Id, float[] Vector)> passages, IReadOnlyList<float[]> queries)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (int i = 0; i < passages.Count; i++)
        {
            places.TryAdd(passages[i].Id, i);
        }

        return new Nearness(places, [.. queries.Select(query => Spread([.. passages.Select(passage => Cosine(query, passage.Vector))]))]);
    }

    /// <summary>How near a passage is to a query, by the query's place.</summary>
    public double Of(int query, string passageId) => _places.TryGetValue(passageId, out int place) ? _values[query][place] : 0;

    /// <summary>The comparison with one of the queries alone.</summary>
    public Nearness For(int query) => new(_places, [_values[query]]);

    // Cosines of one model all lie in a narrow band somewhere: what counts is where in the band one lies (min-max normalisation).
    private static double[] Spread(double[] cosines)
    {
        double low = cosines.DefaultIfEmpty(0).Min();
        double spread = cosines.DefaultIfEmpty(0).Max() - low;
        return [.. cosines.Select(cosine => spread < LeastSpread ? 0 : (cosine - low) / spread)];
    }

    private static double Cosine(float[] one, float[] other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length && i < other.Length; i++)
        {
            sum += (double)one[i] * other[i];
        }

        return sum;
    }
}
