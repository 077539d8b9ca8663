using System.Text.RegularExpressions;

namespace ThesisApp.Writing.Offline;

/// <summary>Recognises sentences that define a term.</summary>
internal static partial class DefinitionPattern
{
    public static bool IsDefinition(string sentence) => Pattern().IsMatch(sentence);

    [GeneratedRegex(@"^(An?|The)?\s?[\p{L}\p{N} -]{3,60}\s(is|are)\s(an?|the)\s|\s(refers to|denotes|is defined as|is called|means)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
