namespace ThesisApp.Cli.Commands.Doctor;

/// <summary>What sandboxes withhold, for people.</summary>
internal static class GuaranteeText
{
    /// <summary>A few words for a guarantee.</summary>
    public static string Of(string name) => name switch
    {
        "cleanEnvironment" => "the environment of others",
        "noNewPrivileges" => "new rights",
        "privateScratch" => "another agent's scratch",
        "readOnlyOutside" => "writing outside its scratch",
        "hiddenProcesses" => "seeing other processes",
        "noSignals" => "signalling other processes",
        "privateMemory" => "other processes' memory",
        "memoryLimit" => "more memory",
        "cpuLimit" => "more processor time",
        "processLimit" => "more processes",
        "diskLimit" => "filling the disk",
        "noNetwork" => "other addresses",
        _ => name,
    };
}
