namespace ThesisApp.Sandboxes;

/// <summary>What a sandbox can withhold from what runs in it.</summary>
public enum Guarantee
{
    /// <summary>It sees no variable of the launcher's environment.</summary>
    CleanEnvironment,

    /// <summary>No program that it starts gets more rights than it has.</summary>
    NoNewPrivileges,

    /// <summary>It cannot read another sandbox's scratch folder.</summary>
    PrivateScratch,

    /// <summary>It can write nowhere but into its own scratch folder.</summary>
    ReadOnlyOutside,

    /// <summary>It does not see processes outside.</summary>
    HiddenProcesses,

    /// <summary>It cannot send signals to processes outside.</summary>
    NoSignals,

    /// <summary>It cannot read the memory of processes outside.</summary>
    PrivateMemory,

    /// <summary>It cannot use more memory than it was given.</summary>
    MemoryLimit,

    /// <summary>It cannot use more processor time than it was given.</summary>
    CpuLimit,

    /// <summary>It cannot start more processes than it was given.</summary>
    ProcessLimit,

    /// <summary>It cannot fill the disk.</summary>
    DiskLimit,

    /// <summary>It reaches no address but those that it was given.</summary>
    NoNetwork,
}
