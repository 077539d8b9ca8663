namespace ThesisApp.Core.Specification;

/// <summary>Finds what the user probably meant.</summary>
internal static class NearestName
{
    /// <summary>The known name with the smallest edit distance (Levenshtein 1966), if that is at most a third of the word; else null.</summary>
    public static string? Find(string word, IEnumerable<string> known)
    {
        (string Name, int Distance) best = known
            .Select(name => (Name: name, Distance: Distance(word, name)))
            .DefaultIfEmpty((Name: string.Empty, Distance: int.MaxValue))
            .MinBy(candidate => candidate.Distance);
        return best.Distance <= Math.Max(1, Math.Min(word.Length, best.Name.Length) / 3) ? best.Name : null;
    }

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 10 || a.Length > 100)
        {
            return int.MaxValue;
        }

        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] current = new int[b.Length + 1];
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
