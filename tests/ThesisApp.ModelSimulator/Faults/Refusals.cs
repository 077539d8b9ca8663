using System.Globalization;

namespace ThesisApp.ModelSimulator.Faults;

/// <summary>Answers that are refusals, in the form of a provider's errors.</summary>
internal static class Refusals
{
    /// <summary>Refuses where the fault is one that refuses.</summary>
    /// <param name="context">The exchange.</param>
    /// <param name="error">Makes an error's body of its type and message.</param>
    /// <param name="fault">The fault, or null.</param>
    /// <param name="pause">Milliseconds that are asked for where a pause is.</param>
    /// <returns>True if it was refused.</returns>
    public static async Task<bool> TryAsync(HttpContext context, Func<string, string, string> error, string? fault, double pause)
    {
        switch (fault)
        {
            case FaultNames.RateLimited:
                context.Response.Headers["Retry-After"] = Math.Ceiling(pause / 1_000).ToString(CultureInfo.InvariantCulture);
                context.Response.Headers["retry-after-ms"] = Math.Ceiling(pause).ToString(CultureInfo.InvariantCulture);
                await SendAsync(context, StatusCodes.Status429TooManyRequests, error("rate_limit_exceeded", "Too many requests."));
                return true;
            case FaultNames.RateLimitedSilently:
                await SendAsync(context, StatusCodes.Status429TooManyRequests, error("rate_limit_exceeded", "Too many requests."));
                return true;
            case FaultNames.ServerError:
                await SendAsync(context, StatusCodes.Status500InternalServerError, error("server_error", "Something went wrong."));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Refuses a request without its key.</summary>
    /// <returns>True if it was refused.</returns>
    public static async Task<bool> WithoutKeyAsync(HttpContext context, Func<string, string, string> error, string? header)
    {
        if (header is null || !string.IsNullOrWhiteSpace(context.Request.Headers[header]))
        {
            return false;
        }

        await SendAsync(context, StatusCodes.Status401Unauthorized, error("authentication_error", $"There is no key in the header {header}."));
        return true;
    }

    private static async Task SendAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body, context.RequestAborted);
    }
}
