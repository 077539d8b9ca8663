using System.Security.Cryptography;
using System.Text;
using ThesisApp.Coordination.Chapters;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Names of sandboxes that are bound to a chapter: whoever comes after an orchestrator that died tells by them which chapters have one.</summary>
internal static class ChapterSandboxes
{
    private const string Prefix = "chapter-";
    private const int LongestName = 24;

    /// <summary>Whether a sandbox is bound to a chapter.</summary>
    public static bool IsOne(string sandboxId) => sandboxId.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether a sandbox is bound to this chapter.</summary>
    public static bool IsOf(string sandboxId, ChapterScope scope) => sandboxId.StartsWith(StemOf(scope), StringComparison.Ordinal);

    /// <summary>A new name, never used before: a lease of an agent that died must not pass for one of its successor's.</summary>
    public static string NewId(ChapterScope scope) => StemOf(scope) + RandomNumberGenerator.GetHexString(6, lowercase: true);

    // The chapter's id is for the reader, its hash tells it from others.
    private static string StemOf(ChapterScope scope)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{scope.RunId}/{scope.Chapter}")))[..12];
        string name = scope.Chapter.Length <= LongestName ? scope.Chapter : scope.Chapter[..LongestName].TrimEnd('-');
        return $"{Prefix}{name}-{hash}-";
    }
}
