namespace ThesisApp.Models.Calls;

/// <summary>Ways in which a call of a model fails.</summary>
public enum ModelFailureKind
{
    /// <summary>429: too many requests or tokens.</summary>
    RateLimited,

    /// <summary>5xx, or 408 and 409: the endpoint has trouble of its own.</summary>
    ServerError,

    /// <summary>The endpoint could not be reached.</summary>
    Unreachable,

    /// <summary>The answer broke off.</summary>
    Interrupted,

    /// <summary>A token did not come in time, or the answer's end.</summary>
    Stalled,

    /// <summary>The answer has no text.</summary>
    Empty,

    /// <summary>The answer is not of the endpoint's form.</summary>
    Malformed,

    /// <summary>The model or a filter before it declined.</summary>
    Refused,

    /// <summary>The prompt is longer than the model can read.</summary>
    TooLong,

    /// <summary>The endpoint does not take the request: a parameter that it does not know, or a prompt that it finds too long and says so in words of its own.</summary>
    Rejected,

    /// <summary>401 to 405 and redirections: the endpoint takes nothing at all from us. A wrong key, an account without credit, a model or an address that is not there: somebody must mend the settings.</summary>
    Denied,
}
