namespace ThesisApp.TestSupport.Programs;

/// <summary>A POSIX signal.</summary>
public enum ProgramSignal
{
    /// <summary>Ctrl+C.</summary>
    Interrupt,

    /// <summary>A polite request to stop.</summary>
    Terminate,

    /// <summary>The end, without a word.</summary>
    Kill,

    /// <summary>Stands still until <see cref="Continue"/>.</summary>
    Stop,

    /// <summary>Goes on.</summary>
    Continue,
}
