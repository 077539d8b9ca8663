using System.Text.RegularExpressions;

namespace ThesisApp.Coordination.Store;

/// <summary>Tells ids that orchestrators give to runs from what else may stand in the store, where agents may write. They become names of files, of sandboxes and of the store's users.</summary>
public static partial class RunName
{
    /// <summary>The rule in words, for messages.</summary>
    public const string Rule = "1 to 64 letters, digits and hyphens, the first one no hyphen";

    /// <summary>Whether a run may have this id.</summary>
    public static bool IsOne(string id) => Pattern().IsMatch(id);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
