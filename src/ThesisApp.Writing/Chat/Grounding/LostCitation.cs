using System.Text.RegularExpressions;
using ThesisApp.Core.Drafts;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>A citation of a place that was not given. Its key and locator are a model's words, and are told to readers and to models: what does not look like either is left out.</summary>
internal static partial class LostCitation
{
    /// <summary>Stands for a key that is none.</summary>
    public const string NoKey = "?";

    /// <summary>The citation, without a passage.</summary>
    public static Citation Of(string key, string locator) => new(
        IsKey().IsMatch(key) && !IsForeign(key) ? key : NoKey,
        string.Empty,
        IsLocator().IsMatch(locator) && !IsForeign(locator) ? locator : null);

    // An order may hide between hyphens.
    private static bool IsForeign(string text) => ForeignText.Find(Joint().Replace(text, " "), []) is not null;

    [GeneratedRegex(@"^[\w:.-]{1,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex IsKey();

    [GeneratedRegex(@"^[\w .,:§–-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex IsLocator();

    [GeneratedRegex(@"[_:.,-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}
