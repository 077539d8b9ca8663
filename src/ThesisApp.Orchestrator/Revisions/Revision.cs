using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace ThesisApp.Orchestrator.Revisions;

/// <summary>Names a state of what users change, so that a change can say which one it is based on (RFC 9110, section 13).</summary>
internal static class Revision
{
    private const int Digits = 16;

    /// <summary>The revision of what is stored: the same on every orchestrator.</summary>
    public static string Of(ReadOnlyMemory<byte> stored, ReadOnlyMemory<byte> more = default)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(stored.Span));
        hash.AppendData(SHA256.HashData(more.Span));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }

    /// <summary>Answers with a revision.</summary>
    public static void Tell(HttpResponse response, string revision) => response.Headers.ETag = $"\"{revision}\"";

    /// <summary>Which revision a request is based on; null if it does not say, <c>*</c> if any will do.</summary>
    public static string? Asked(HttpRequest request) =>
        request.GetTypedHeaders().IfMatch is [var tag, ..] ? tag.Equals(EntityTagHeaderValue.Any) ? "*" : tag.Tag.ToString().Trim('"') : null;
}
