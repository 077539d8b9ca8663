using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ThesisApp.Orchestrator.Submissions;

/// <summary>Identifiers of runs.</summary>
internal static class RunIds
{
    // Without vowels and look-alikes: no words come out, and ids can be read aloud.
    private const string Alphabet = "23456789bcdfghjkmnpqrstvwxz";

    /// <summary>A new identifier: it sorts by time and tells a person when the run began.</summary>
    public static string New(TimeProvider time) =>
        $"{time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetString(Alphabet, 8)}";

    /// <summary>The identifier that belongs to an idempotency key, so that any orchestrator finds the first submission's run without having seen it.</summary>
    public static string ForKey(string idempotencyKey) =>
        $"k-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey)))[..32]}";
}
