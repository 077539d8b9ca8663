using ThesisApp.Client;
using ThesisApp.Core.Specification;

namespace ThesisApp.Cli.Errors;

/// <summary>Turns every exception into what a user should read and the exit code that goes with it.</summary>
internal static class ErrorTranslator
{
    /// <summary>Translates an exception.</summary>
    public static CliException Translate(Exception exception) => exception switch
    {
        CliException known => known,
        ThesisApiException api => Translate(api),
        HttpRequestException http => new(
            ExitCodes.Unreachable,
            $"The orchestrator did not answer: {http.Message}",
            "Is it up? Start it with 'dotnet run --project ThesisApp.AppHost', or name another one with --server URL."),
        HttpIOException io => new(
            ExitCodes.Unreachable,
            $"The connection to the orchestrator broke: {io.Message}",
            "Run the same command again."),
        UnauthorizedAccessException or IOException => new(
            ExitCodes.BadInput,
            exception.Message,
            "Check that the file or folder exists, that you may use it and that the disk has room."),
        _ => new(
            ExitCodes.Defect,
            $"This should not have happened ({exception.GetType().Name}): {exception.Message}",
            "It is a defect of thesis; please report it with the command that you ran. THESIS_DEBUG=1 prints where it happened."),
    };

    private static CliException Translate(ThesisApiException exception) => exception.StatusCode switch
    {
        >= 500 => new(ExitCodes.Unreachable, exception.Message, "Look at the orchestrator's log; 'thesis runs' shows when it is well again."),
        404 => new(ExitCodes.BadInput, exception.Message, "'thesis runs' lists the runs that there are, 'thesis status RUN --tasks' the tasks of one."),
        409 => new(ExitCodes.BadInput, exception.Detail ?? exception.Message, "'thesis runs' shows the state of each run."),
        400 when exception.Errors.Count > 0 => new([.. exception.Errors.Select(error => new SpecDiagnostic(error.File, error.Line, 0, error.Message, error.Remedy))]),
        412 => new(ExitCodes.BadInput, exception.Detail ?? exception.Message, "Show it again, put your changes into that, and send them with its revision."),
        _ => new(ExitCodes.BadInput, exception.Message, "The orchestrator refused the request."),
    };
}
