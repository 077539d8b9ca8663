using System.Security.Cryptography;
using System.Text;
using ThesisApp.Coordination.Chapters;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Names of sandboxes that are bound to a run or a chapter: whoever comes after an orchestrator that died tells by them which have one.</summary>
internal static class BoundSandboxes
{
    private const string OfChapter = "chapter-";
    private const string OfRun = "run-";
    private const int LongestName = 20;

    // Before what is random, and no hexadecimal digit.
    private const char Apart = 'r';

    /// <summary>Whether a sandbox is bound to a chapter.</summary>
    public static bool IsOfChapter(string sandboxId) => sandboxId.StartsWith(OfChapter, StringComparison.Ordinal);

    /// <summary>Whether a sandbox is bound to a run, and to no chapter of it.</summary>
    public static bool IsOfRun(string sandboxId) => sandboxId.StartsWith(OfRun, StringComparison.Ordinal);

    /// <summary>Whether the agent of a sandbox is a user of the store that may touch its run alone.</summary>
    public static bool IsApart(string sandboxId) => (IsOfRun(sandboxId) || IsOfChapter(sandboxId)) && sandboxId[(sandboxId.LastIndexOf('-') + 1)..].StartsWith(Apart);

    /// <summary>Whether a sandbox is bound to this.</summary>
    public static bool IsOf(string sandboxId, SandboxScope scope) => sandboxId.StartsWith(StemOf(scope), StringComparison.Ordinal);

    /// <summary>Whether a sandbox is bound to this run, or to any chapter of it.</summary>
    public static bool IsWithin(string sandboxId, string runId) => (IsOfRun(sandboxId) || IsOfChapter(sandboxId)) && sandboxId.Contains($"-{MarkOf(runId)}-", StringComparison.Ordinal);

    /// <summary>A new name, never used before: a lease of an agent that died must not pass for one of its successor's.</summary>
    /// <param name="scope">What it is bound to.</param>
    /// <param name="isApart">Whether its agent is a user of the store that may touch its run alone.</param>
    public static string NewId(SandboxScope scope, bool isApart) => $"{StemOf(scope)}{(isApart ? Apart.ToString() : string.Empty)}{RandomNumberGenerator.GetHexString(6, lowercase: true)}";

    // A chapter's id is for the reader, the hashes tell it from others.
    private static string StemOf(SandboxScope scope)
    {
        if (scope.Chapter is not { } chapter)
        {
            return $"{OfRun}{MarkOf(scope.RunId)}-";
        }

        string name = chapter.Length <= LongestName ? chapter : chapter[..LongestName].TrimEnd('-');
        return $"{OfChapter}{name}-{MarkOf(scope.RunId)}-{HashOf(chapter)[..8]}-";
    }

    private static string MarkOf(string runId) => HashOf(runId)[..12];

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
