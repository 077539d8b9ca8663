using System.Text.Json;
using ThesisApp.Cli.Json;

namespace ThesisApp.Cli.Errors;

/// <summary>Tells the user what went wrong. The one place where failures become exit codes.</summary>
internal sealed class ErrorReport(CliServices services)
{
    /// <summary>Writes the failure: for people to standard error; for scripts also as JSON to standard output.</summary>
    /// <returns>The exit code.</returns>
    public int Write(Exception exception, bool asJson)
    {
        var failure = ErrorTranslator.Translate(exception);
        foreach (var diagnostic in failure.Diagnostics)
        {
            services.Terminal.Say(diagnostic.ToString());
        }

        services.Terminal.Say($"thesis: {failure.Message} {failure.Remedy}");
        if (services.Environment("THESIS_DEBUG") is "1")
        {
            services.Terminal.Error.WriteLine(exception);
        }

        if (asJson)
        {
            var document = new ErrorDocument(new ErrorDetails(failure.ExitCode, failure.Message, failure.Remedy, failure.Diagnostics));
            services.Terminal.Output.WriteLine(JsonSerializer.Serialize(document, CliJson.Default.ErrorDocument));
        }

        return failure.ExitCode;
    }
}
