using Spectre.Console;

namespace ThesisApp.Cli.Terminals;

/// <summary>Where results and messages go: results to standard output, everything else to standard error.</summary>
internal sealed class Terminal
{
    // Wide enough that no table row is broken when a script or a file reads it.
    private const int WidthOfFiles = 240;

    /// <summary>Creates a terminal.</summary>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where messages go.</param>
    /// <param name="outputIsTerminal">True if a person sees <paramref name="output"/> at once.</param>
    /// <param name="errorIsTerminal">True if a person sees <paramref name="error"/> at once.</param>
    /// <param name="useColor">False for NO_COLOR.</param>
    public Terminal(TextWriter output, TextWriter error, bool outputIsTerminal, bool errorIsTerminal, bool useColor)
    {
        Output = output;
        Error = error;
        Results = CreateConsole(output, outputIsTerminal, useColor);
        Messages = CreateConsole(error, errorIsTerminal, useColor);
        IsLive = errorIsTerminal && Messages.Profile.Capabilities.Ansi;
    }

    /// <summary>Standard output, unformatted: for JSON.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error, unformatted: for diagnostics that editors link.</summary>
    public TextWriter Error { get; }

    /// <summary>Standard output, for tables.</summary>
    public IAnsiConsole Results { get; }

    /// <summary>Standard error, for progress and messages.</summary>
    public IAnsiConsole Messages { get; }

    /// <summary>True if a display that redraws itself makes sense.</summary>
    public bool IsLive { get; }

    /// <summary>Where a person answers questions; null where nobody can be asked.</summary>
    public TextReader? Input { get; init; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal FromConsole()
    {
        var dumb = string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        var noColor = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(Console.Out, Console.Error, !Console.IsOutputRedirected && !dumb, !Console.IsErrorRedirected && !dumb, !noColor)
        {
            Input = Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In,
        };
    }

    /// <summary>Writes one line of plain text, made harmless, to standard error.</summary>
    public void Say(string text) => Error.WriteLine(SafeText.Line(text, 2_000));

    private static IAnsiConsole CreateConsole(TextWriter writer, bool isTerminal, bool useColor)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && useColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
