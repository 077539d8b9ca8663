namespace ThesisApp.Core.Checks;

/// <summary>How much a finding matters.</summary>
public static class CheckSeverities
{
    /// <summary>Worth knowing.</summary>
    public const string Info = "info";

    /// <summary>Worth mending.</summary>
    public const string Warning = "warning";

    /// <summary>The document is wrong as it stands.</summary>
    public const string Error = "error";
}
