namespace ThesisApp.LocalHosting.Processes;

/// <summary>How long to wait before a process that died is started again.</summary>
internal sealed class RestartBackoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>A process that lived so long was well: the next pause is the first again.</summary>
    private static readonly TimeSpan Healthy = TimeSpan.FromSeconds(30);

    private int _deathsInARow;

    /// <summary>The pause after a process that lived for a time.</summary>
    public TimeSpan Next(TimeSpan lived)
    {
        _deathsInARow = lived >= Healthy ? 1 : _deathsInARow + 1;
        double milliseconds = First.TotalMilliseconds * Math.Pow(2, Math.Min(_deathsInARow - 1, 16));
        return TimeSpan.FromMilliseconds(Math.Min(milliseconds, Longest.TotalMilliseconds));
    }
}
