using System.Text;

namespace ThesisApp.Orchestrator.Revisions;

/// <summary>Reads a body that is a text.</summary>
internal static class BodyText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without its byte order mark, with line feeds as line ends; null if it is too large or no UTF-8.</summary>
    public static async Task<string?> ReadAsync(HttpRequest request, int mostBytes, CancellationToken cancellationToken)
    {
        using MemoryStream body = new();
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > mostBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        try
        {
            return Strict.GetString(body.ToArray()).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
