namespace ThesisApp.Coordination.RunUsers;

/// <summary>Users of the store that runs have of their own, so that the agents of one cannot touch another's keys. What orchestrators ask.</summary>
public interface IRunUsers
{
    /// <summary>The user of a run: the same for whoever asks, whether it is there or not.</summary>
    RunUser Of(string runId);

    /// <summary>Makes sure that users can be made.</summary>
    /// <exception cref="RunUsersException">They cannot, or the store tells none apart.</exception>
    Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>Makes the users of these runs on each server that has them not, or no longer: a server that was restarted has forgotten them.</summary>
    /// <param name="runIds">The runs.</param>
    /// <param name="anew">True to give those that are there the password and the rights that they have by now, too: another version, or another secret, may have made them. Who is connected as one stays so.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task MakeAsync(IReadOnlyCollection<string> runIds, bool anew, CancellationToken cancellationToken);

    /// <summary>Runs that have a user on some server.</summary>
    Task<IReadOnlySet<string>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Removes a run's user; who is connected as it is put out.</summary>
    Task RemoveAsync(string runId, CancellationToken cancellationToken);
}
