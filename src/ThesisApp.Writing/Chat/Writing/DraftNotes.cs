using System.Globalization;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>What the report says of a text's length.</summary>
internal static class DraftNotes
{
    /// <summary>A note where the length is off by more than a tenth.</summary>
    public static string? Of(OutlineSection section, int words) => Math.Abs(words - section.Words) <= section.Words * WordBudget.Tolerance
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"The model wrote {words} words of {section.Words}.");
}
