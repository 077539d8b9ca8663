using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace ThesisApp.Models.Embeddings;

/// <summary>OpenAI's client asks for vectors in base64 and reads nothing else; many servers that are otherwise compatible give lists of numbers all the same.</summary>
internal sealed class EmbeddingFormHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        response.Content = new ByteArrayContent(ToBase64(body) ?? body);
        response.Content.Headers.ContentType = type;
        return response;
    }

    // Null where there is nothing to change. What is no JSON at all is for the client to complain of.
    private static byte[]? ToBase64(byte[] body)
    {
        JsonArray? data;
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(body);
            data = (root as JsonObject)?["data"] as JsonArray;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }

        bool changed = false;
        foreach (JsonObject item in data?.OfType<JsonObject>() ?? [])
        {
            if (item["embedding"] is JsonArray numbers)
            {
                float[] vector = [.. numbers.Select(number => number?.GetValue<float>() ?? float.NaN)];
                item["embedding"] = Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector));
                changed = true;
            }
        }

        return changed ? Encoding.UTF8.GetBytes(root!.ToJsonString()) : null;
    }
}
