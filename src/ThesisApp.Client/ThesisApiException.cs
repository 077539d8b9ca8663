namespace ThesisApp.Client;

/// <summary>The service refused a request and said why.</summary>
public sealed class ThesisApiException : Exception
{
    /// <summary>Creates the exception from problem details.</summary>
    /// <param name="statusCode">HTTP status.</param>
    /// <param name="title">The problem's title.</param>
    /// <param name="detail">What is wrong and what to do.</param>
    /// <param name="errors">The single mistakes, if there are several.</param>
    public ThesisApiException(int statusCode, string title, string? detail, IReadOnlyList<ApiError>? errors = null)
        : base(detail is null ? title : $"{title}: {detail}")
    {
        StatusCode = statusCode;
        Title = title;
        Detail = detail;
        Errors = errors ?? [];
    }

    /// <summary>HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The problem's title.</summary>
    public string Title { get; }

    /// <summary>What is wrong and what to do, or null.</summary>
    public string? Detail { get; }

    /// <summary>The single mistakes; empty if there is but one.</summary>
    public IReadOnlyList<ApiError> Errors { get; }
}
