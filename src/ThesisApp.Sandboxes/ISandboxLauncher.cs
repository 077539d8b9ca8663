namespace ThesisApp.Sandboxes;

/// <summary>Starts and ends sandboxes of one kind. A sandbox belongs to the place where it runs (a folder of this machine, a container engine), not to the process that started it: whoever comes after an orchestrator that died finds it by <see cref="ListAsync"/> and takes it over by <see cref="AdoptAsync"/>.</summary>
public interface ISandboxLauncher
{
    /// <summary>One of <see cref="SandboxKinds"/>.</summary>
    string Kind { get; }

    /// <summary>Whether sandboxes of this kind can be had here, and what they withhold here.</summary>
    Task<SandboxReport> ExamineAsync(CancellationToken cancellationToken);

    /// <summary>Starts a sandbox. It is there as soon as this returns, though what runs in it may have ended already.</summary>
    /// <exception cref="SandboxExistsException">One with this id is there, or was and has not been removed.</exception>
    /// <exception cref="SandboxException">It cannot be started.</exception>
    Task StartAsync(SandboxSpec spec, CancellationToken cancellationToken);

    /// <summary>Every sandbox that is there, whoever started it; ended ones until they are removed, as far as the kind keeps them.</summary>
    Task<IReadOnlyList<SandboxInfo>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Becomes the keeper of a sandbox that another process started, so that it goes on although that one is gone.</summary>
    /// <returns>False if it is not there or has ended.</returns>
    Task<bool> AdoptAsync(string id, CancellationToken cancellationToken);

    /// <summary>Waits until a sandbox has ended; one that is not there has.</summary>
    Task<SandboxExit> WaitAsync(string id, CancellationToken cancellationToken);

    /// <summary>Asks what runs in a sandbox to stop (SIGTERM), and ends it by force when its time is over.</summary>
    Task<SandboxExit> StopAsync(string id, TimeSpan patience, CancellationToken cancellationToken);

    /// <summary>Ends a sandbox by force, with all that runs in it.</summary>
    Task<SandboxExit> KillAsync(string id, CancellationToken cancellationToken);

    /// <summary>The last lines that were written in it, standard output before standard error; empty if there are none, or no more.</summary>
    Task<string> ReadOutputAsync(string id, CancellationToken cancellationToken);

    /// <summary>Ends a sandbox if it runs, and removes what is left of it: its scratch, its limits, its record. Does nothing where there is none.</summary>
    Task RemoveAsync(string id, CancellationToken cancellationToken);
}
