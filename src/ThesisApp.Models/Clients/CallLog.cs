using Microsoft.Extensions.Logging;
using ThesisApp.Models.Calls;

namespace ThesisApp.Models.Clients;

/// <summary>What is logged of calls.</summary>
internal static partial class CallLog
{
    [LoggerMessage(60, LogLevel.Warning, "Call for {Stage} failed ({Kind}), attempt {Attempt}: {Reason}")]
    public static partial void Retry(ILogger logger, string stage, ModelFailureKind kind, int attempt, string reason);

    [LoggerMessage(61, LogLevel.Warning, "The answer for {Stage} of {Model} was cut off at {Tokens} tokens; asks for twice as many.")]
    public static partial void CutOff(ILogger logger, string stage, string model, int tokens);

    [LoggerMessage(62, LogLevel.Warning, "{Model} cannot write {Tokens} tokens for {Stage}; keeps what it wrote before: {Reason}")]
    public static partial void NoMore(ILogger logger, string stage, string model, int tokens, string reason);

    [LoggerMessage(63, LogLevel.Warning, "The limits could not be told what the call for {Stage} has taken: {Reason}")]
    public static partial void NotSettled(ILogger logger, string stage, string reason);

    [LoggerMessage(65, LogLevel.Warning, "The call for {Stage} came to nothing ({Kind}) and is not tried again: {Reason}")]
    public static partial void Declined(ILogger logger, string stage, ModelFailureKind kind, string reason);

    [LoggerMessage(64, LogLevel.Warning, "{Model} does not take {What}; it is left out from now on for {Stage}: {Reason}")]
    public static partial void LeftOut(ILogger logger, string model, string what, string stage, string reason);
}
