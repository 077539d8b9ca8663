using System.Runtime.InteropServices;

namespace ThesisApp.LocalHosting.Processes;

/// <summary>Sends signals, which .NET has no method for.</summary>
internal static partial class PosixSignals
{
    private const int SigTerm = 15;

    /// <summary>Asks a process to stop.</summary>
    public static void Terminate(int processId) => _ = Kill(processId, SigTerm);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
