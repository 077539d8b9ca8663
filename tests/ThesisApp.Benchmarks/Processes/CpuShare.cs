using System.Globalization;

namespace ThesisApp.Benchmarks.Processes;

/// <summary>What a window of time saw of the processors.</summary>
/// <param name="BusyPercent">Of the machine, by anybody.</param>
/// <param name="ForeignPercent">Of the machine, by processes that are no part of the measurement.</param>
/// <param name="OwnSeconds">Processor time of the measurement's own processes, server included.</param>
internal readonly record struct CpuShare(double BusyPercent, double ForeignPercent, double OwnSeconds)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"machine {BusyPercent:F0} % busy, {ForeignPercent:F0} % foreign");
}
