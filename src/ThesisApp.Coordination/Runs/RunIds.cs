using System.Text.RegularExpressions;

namespace ThesisApp.Coordination.Runs;

/// <summary>What a run may be called. Its id is a part of keys, and of the names of files and sandboxes.</summary>
internal static partial class RunIds
{
    /// <summary>The rule in words, for messages.</summary>
    public const string Rule = "1 to 64 letters, digits and hyphens, the first one no hyphen";

    /// <summary>True if a run may be called so.</summary>
    public static bool IsValid(string id) => Pattern().IsMatch(id);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
