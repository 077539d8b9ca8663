using System.Net;
using ThesisApp.Models.Calls;

namespace ThesisApp.Models.Clients;

/// <summary>What an endpoint means by an answer that is none.</summary>
internal static class EndpointAnswers
{
    // As OpenAI, Azure, vLLM, llama.cpp, LM Studio, Anthropic, Bedrock and Gemini say that a prompt is too long.
    private static readonly string[] AboutLength =
    [
        "context_length", "context length", "context size", "context_size", "context window", "context limit", "prompt is too long", "input is too long", "maximum number of tokens",
    ];

    // As routers say that a filter before the model declined a prompt, which is no matter of the key.
    private static readonly string[] AboutContent = ["moderation", "flagged", "content_filter", "content policy", "content_policy"];

    /// <summary>The class of the failure.</summary>
    public static ModelFailureKind KindOf(HttpStatusCode status, string body) => status switch
    {
        HttpStatusCode.TooManyRequests => ModelFailureKind.RateLimited,
        HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError => ModelFailureKind.ServerError,
        HttpStatusCode.RequestEntityTooLarge => ModelFailureKind.TooLong,
        HttpStatusCode.BadRequest when Says(body, AboutLength) => ModelFailureKind.TooLong,
        HttpStatusCode.BadRequest when body.Contains("content_filter", StringComparison.OrdinalIgnoreCase) => ModelFailureKind.Refused,
        HttpStatusCode.Forbidden when Says(body, AboutContent) => ModelFailureKind.Refused,
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => ModelFailureKind.Denied,
        >= HttpStatusCode.Unauthorized and <= HttpStatusCode.MethodNotAllowed => ModelFailureKind.Denied,
        _ => ModelFailureKind.Rejected,
    };

    /// <summary>What to do about an endpoint that takes nothing from us.</summary>
    /// <param name="status">Its answer.</param>
    /// <param name="connection">Name of the connection string that leads to it.</param>
    public static string AdviceOn(HttpStatusCode status, string connection) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            $"The key in the connection string '{connection}' is wrong, or not for this model. Mend ConnectionStrings__{connection} for all agents and try what failed again.",
        HttpStatusCode.PaymentRequired =>
            $"The account behind the key in the connection string '{connection}' has no credit. Fill it up, or name another one in ConnectionStrings__{connection}, and try what failed again.",
        _ => $"There is no such address or model. Mend ConnectionStrings__{connection} (Endpoint, Model) or Models__Stages__STAGE__Model for all agents and try what failed again.",
    };

    private static bool Says(string body, string[] words) => words.Any(word => body.Contains(word, StringComparison.OrdinalIgnoreCase));
}
