using System.ClientModel;
using System.Text.Json;
using ThesisApp.Core.Connections;
using ThesisApp.Models.Calls;

namespace ThesisApp.Models.Clients;

/// <summary>Puts whatever goes wrong while an answer is read into a class.</summary>
internal static class CallFailures
{
    /// <summary>The failure.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="connection">The model.</param>
    /// <param name="stalled">Says what did not come, where time ran out.</param>
    public static ModelCallException Classify(Exception exception, ModelConnection connection, Func<string> stalled)
    {
        if (ModelCallException.Find(exception) is { } known)
        {
            return known;
        }

        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case OperationCanceledException:
                    return new ModelCallException(ModelFailureKind.Stalled, $"The model {connection} stalled: {stalled()}.", innerException: exception);
                case JsonException or FormatException or InvalidDataException:
                    return new ModelCallException(ModelFailureKind.Malformed, $"The answer of {connection} could not be read: {cause.Message}", innerException: exception);
                case HttpRequestException or IOException or ClientResultException:
                    return new ModelCallException(ModelFailureKind.Interrupted, $"The answer of {connection} broke off: {cause.Message}", innerException: exception);
            }
        }

        return new ModelCallException(ModelFailureKind.Malformed, $"The answer of {connection} could not be read: {exception.Message}", innerException: exception);
    }
}
