namespace ThesisApp.Coordination.Upkeep;

/// <summary>Sees agents die, so that their tasks need not wait for the ends of their leases.</summary>
public interface IAgentWatch
{
    /// <summary>
    /// Looks once who is connected, and takes back the leases of agents that an earlier look saw, that have not withdrawn, and that this look and the one before missed. To be called again and again, by
    /// one caller at a time; any number of processes may do so. An error, a lost connection or another topology make it forget whom it saw: after them an absence says nothing.
    /// </summary>
    /// <returns>Leases that it took back.</returns>
    Task<int> LookAsync(CancellationToken cancellationToken);
}
