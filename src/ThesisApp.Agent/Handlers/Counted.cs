using System.Globalization;

namespace ThesisApp.Agent.Handlers;

/// <summary>Numbers with their nouns.</summary>
internal static class Counted
{
    /// <summary><c>1 passage</c>, <c>2 passages</c>.</summary>
    public static string Of(int number, string noun) => Of(number, noun, noun + "s");

    /// <summary>The same for a noun whose plural is another word: <c>1 query</c>, <c>2 queries</c>.</summary>
    public static string Of(int number, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : several)}");
}
