using System.Runtime.InteropServices;

namespace ThesisApp.Sandboxes.Linux;

/// <summary>Sends signals, which .NET has no method for.</summary>
internal static partial class Signals
{
    private const int SigKill = 9;
    private const int SigTerm = 15;

    /// <summary>Asks a process to stop.</summary>
    public static void Terminate(int processId) => _ = Send(processId, SigTerm);

    /// <summary>Ends a process by force.</summary>
    public static void Kill(int processId) => _ = Send(processId, SigKill);

    /// <summary>Ends by force what is in the group of a process.</summary>
    public static void KillGroup(int processId) => _ = Send(-processId, SigKill);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int processId, int signal);
}
