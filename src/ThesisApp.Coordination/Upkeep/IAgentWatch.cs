namespace ThesisApp.Coordination.Upkeep;

/// <summary>Sees agents die, so that their tasks need not wait for the ends of their leases.</summary>
public interface IAgentWatch
{
    /// <summary>
    /// Looks once who is connected, and takes back the leases of dead agents: those that an earlier look saw, that have not withdrawn, and that this look and the one before missed; and those that are
    /// on the list without being connected and were not heard of for ten seconds. To be called again and again, by one caller at a time; any number of processes may do so. After an error, a lost
    /// connection or another topology nobody is taken for dead for ten seconds.
    /// </summary>
    /// <returns>Leases that it took back.</returns>
    Task<int> LookAsync(CancellationToken cancellationToken);
}
