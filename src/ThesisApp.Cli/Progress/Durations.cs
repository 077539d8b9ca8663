using System.Globalization;

namespace ThesisApp.Cli.Progress;

/// <summary>Times as people read them.</summary>
internal static class Durations
{
    /// <summary><c>0.4 s</c>, <c>12 s</c>, <c>3:07</c> (minutes), <c>2:05:09</c> (hours).</summary>
    public static string Short(TimeSpan duration) => duration switch
    {
        { Ticks: <= 0 } => "0 s",
        { TotalSeconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.Minutes}:{duration.Seconds:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalHours}:{duration.Minutes:00}:{duration.Seconds:00}"),
    };

    /// <summary>A running clock: <c>0:07</c>, <c>1:02:03</c>.</summary>
    public static string Clock(TimeSpan duration) => duration.TotalHours < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, duration.Minutes)}:{Math.Max(0, duration.Seconds):00}")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalHours}:{duration.Minutes:00}:{duration.Seconds:00}");

    /// <summary>A moment in UTC, to the second.</summary>
    public static string Instant(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
