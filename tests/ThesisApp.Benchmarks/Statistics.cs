namespace ThesisApp.Benchmarks;

/// <summary>Figures out of figures.</summary>
internal static class Statistics
{
    /// <summary>A percentile by linear interpolation.</summary>
    /// <param name="values">At least one value, in any order.</param>
    /// <param name="share">0 to 1; 0.5 is the median.</param>
    public static double Percentile(IReadOnlyCollection<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }
}
