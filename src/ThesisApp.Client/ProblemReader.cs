using System.Text.Json;

namespace ThesisApp.Client;

/// <summary>Turns problem details (RFC 9457) into exceptions.</summary>
internal static class ProblemReader
{
    public static async Task ThrowIfProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        int status = (int)response.StatusCode;
        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            using JsonDocument problem = JsonDocument.Parse(body);
            JsonElement root = problem.RootElement;
            string title = Text(root, "title") ?? response.ReasonPhrase ?? "The request failed";
            string? detail = Text(root, "detail");
            throw new ThesisApiException(status, title, detail, ReadErrors(root));
        }
        catch (JsonException)
        {
            throw new ThesisApiException(status, response.ReasonPhrase ?? "The request failed", null);
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<ApiError> ReadErrors(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("errors", out JsonElement errors) || errors.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return [.. errors.EnumerateArray().Select(error => new ApiError(
            Text(error, "file") ?? string.Empty,
            error.TryGetProperty("line", out JsonElement line) && line.TryGetInt32(out int number) ? number : 0,
            Text(error, "message") ?? string.Empty,
            Text(error, "remedy") ?? string.Empty))];
    }
}
