namespace ThesisApp.Cli.Errors;

/// <summary>What the command's exit code tells a script.</summary>
internal static class ExitCodes
{
    /// <summary>Everything went well.</summary>
    public const int Success = 0;

    /// <summary>The run ended with dead letters or failed checks, or was cancelled.</summary>
    public const int RunFailed = 1;

    /// <summary>The command line or an input file is wrong; nothing was started.</summary>
    public const int BadInput = 2;

    /// <summary>The system could not be reached or started.</summary>
    public const int Unreachable = 3;

    /// <summary>The run waits for its outline to be approved: nothing has failed, and nothing is finished.</summary>
    public const int AwaitingApproval = 4;

    /// <summary>A defect of this program.</summary>
    public const int Defect = 70;

    /// <summary>Ctrl+C.</summary>
    public const int Interrupted = 130;

    /// <summary>SIGTERM.</summary>
    public const int Terminated = 143;
}
