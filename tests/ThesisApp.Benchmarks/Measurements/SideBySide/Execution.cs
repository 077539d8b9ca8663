using System.Globalization;

namespace ThesisApp.Benchmarks.Measurements.SideBySide;

/// <summary>What a worker noted of a long task.</summary>
/// <param name="What"><c>start</c>, <c>end</c>, or <c>delivered</c>, which only ours note.</param>
/// <param name="Process">The process.</param>
/// <param name="At">When, in seconds since 1970.</param>
/// <param name="Rest">What else it says.</param>
internal sealed record Execution(string What, string Process, double At, string Rest)
{
    /// <summary>Reads an entry.</summary>
    public static Execution Parse(string[] words) =>
        new(words[0], words[1], double.Parse(words[2], CultureInfo.InvariantCulture), string.Join(' ', words.Skip(3)));
}
