using System.Globalization;

namespace ThesisApp.Benchmarks;

/// <summary>What was measured: every run, and their median against the target.</summary>
/// <param name="What">What it is a figure of.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Runs">The figure of each run.</param>
/// <param name="Target">What the median must stay under, or reach.</param>
/// <param name="AtLeast">Whether it must be reached.</param>
internal sealed record Result(string What, string Unit, IReadOnlyList<double> Runs, double Target, bool AtLeast = false)
{
    /// <summary>The median; no number if nothing was measured.</summary>
    public double Median => Runs.Count == 0 ? double.NaN : Statistics.Percentile(Runs, 0.5);

    /// <summary>Whether the target was reached; what was not measured has not reached it.</summary>
    public bool IsMet => AtLeast ? Median >= Target : Median < Target;

    /// <summary>Prints the result.</summary>
    public void Print(TextWriter output) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {What}: median {Median:0.###} {Unit} of {Runs.Count} runs ({string.Join(", ", Runs.Select(run => run.ToString("0.###", CultureInfo.InvariantCulture)))}); target {(AtLeast ? "at least" : "<")} {Target} {Unit}: {(IsMet ? "met" : "MISSED")}"));
}
