namespace ThesisApp.Cli.Progress;

/// <summary>A bar made of characters: readable without colour.</summary>
internal static class ProgressBar
{
    /// <summary>A bar of <paramref name="width"/> characters as Spectre markup.</summary>
    public static string Markup(double fraction, int width, bool unicode, string color)
    {
        var filled = (int)Math.Round(Math.Clamp(fraction, 0, 1) * width, MidpointRounding.AwayFromZero);
        var (full, empty) = unicode ? ('━', '─') : ('#', '-');
        return $"[{color}]{new string(full, filled)}[/][grey]{new string(empty, width - filled)}[/]";
    }
}
