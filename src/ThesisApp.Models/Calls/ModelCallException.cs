namespace ThesisApp.Models.Calls;

/// <summary>A call of a model failed.</summary>
/// <param name="kind">How.</param>
/// <param name="message">For a person: what happened and what to do. Never contains a key.</param>
/// <param name="retryAfter">How long the endpoint asked to wait, or null.</param>
/// <param name="innerException">The cause, if any.</param>
public sealed class ModelCallException(ModelFailureKind kind, string message, TimeSpan? retryAfter = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>How it failed.</summary>
    public ModelFailureKind Kind { get; } = kind;

    /// <summary>How long the endpoint asked to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>True if the same call may succeed later.</summary>
    public bool IsPassing => Kind is not (ModelFailureKind.TooLong or ModelFailureKind.Rejected or ModelFailureKind.Refused or ModelFailureKind.Denied);

    /// <summary>The failure in an exception or its causes, or null.</summary>
    public static ModelCallException? Find(Exception? exception)
    {
        while (exception is not null and not ModelCallException)
        {
            exception = exception is AggregateException { InnerExceptions.Count: > 0 } several ? several.InnerExceptions[0] : exception.InnerException;
        }

        return exception as ModelCallException;
    }
}
