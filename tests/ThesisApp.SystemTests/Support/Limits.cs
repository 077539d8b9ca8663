namespace ThesisApp.SystemTests.Support;

/// <summary>How long tests may take.</summary>
internal static class Limits
{
    /// <summary>Milliseconds until a test is given up, far beyond what it needs.</summary>
    public const int Test = 240_000;
}
