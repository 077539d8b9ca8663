using ThesisApp.Cli.Terminals;

namespace ThesisApp.Cli.Specs;

/// <summary>Tells a person what is left out of a thesis before it starts.</summary>
internal static class Notices
{
    private const int Most = 20;

    /// <summary>Says it, a line each.</summary>
    public static void Say(Terminal terminal, SpecBundle bundle)
    {
        foreach (var notice in bundle.Notices.Take(Most))
        {
            terminal.Say(notice.ToString().TrimEnd());
        }

        if (bundle.Notices.Count > Most)
        {
            terminal.Say($"{bundle.Notices.Count - Most} more; 'thesis validate --json' has them all.");
        }
    }
}
