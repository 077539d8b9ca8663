using System.Globalization;

namespace ThesisApp.Agent.Handlers;

/// <summary>Numbers with their nouns.</summary>
internal static class Counted
{
    /// <summary><c>1 passage</c>, <c>2 passages</c>.</summary>
    public static string Of(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? string.Empty : "s")}");
}
