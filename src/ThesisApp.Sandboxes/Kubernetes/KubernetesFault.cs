using System.Net;
using System.Text.Json;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>What an API server says when it does not do what it was asked.</summary>
internal static class KubernetesFault
{
    /// <summary>Its message, without the protocol around it.</summary>
    public static string Tell(HttpOperationException exception)
    {
        try
        {
            return KubernetesJson.Deserialize<V1Status>(exception.Response.Content).Message is { Length: > 0 } message ? message : exception.Message;
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentNullException)
        {
            return exception.Message;
        }
    }

    /// <summary>Whether the same may be well the next time: the server is away, or has trouble of its own.</summary>
    public static bool IsPassing(Exception exception) => exception switch
    {
        HttpOperationException { Response.StatusCode: var code } => (int)code >= 500 || code == HttpStatusCode.TooManyRequests,
        HttpRequestException or IOException or TaskCanceledException => true,
        _ => false,
    };

    /// <summary>Waits for an answer; null if what it is about is not there, or not any more.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isNamedByUid">True if the call was about one object, and another of its name is none: the server calls that a conflict.</param>
    public static async Task<T?> IfThereAsync<T>(Task<T> call, bool isNamedByUid = false)
        where T : class
    {
        try
        {
            return await call;
        }
        catch (HttpOperationException exception) when (exception.Response.StatusCode == HttpStatusCode.NotFound || (isNamedByUid && exception.Response.StatusCode == HttpStatusCode.Conflict))
        {
            return null;
        }
    }
}
