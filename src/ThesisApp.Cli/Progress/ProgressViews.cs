namespace ThesisApp.Cli.Progress;

/// <summary>Picks the view that fits the terminal.</summary>
internal static class ProgressViews
{
    /// <summary>A display that redraws itself for people, lines for files.</summary>
    public static IProgressView For(CliServices services) =>
        services.Terminal.IsLive ? new LiveProgressView(services) : new PlainProgressView(services);
}
