using System.Globalization;

namespace ThesisApp.Writing.Offline;

/// <summary>Small pieces of running text.</summary>
internal static class Phrases
{
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] Ordinals = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>a; a and b; a, b and c.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => string.Empty,
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };

    /// <summary>first, second, ...; beyond ten in figures: 11th, 21st, 22nd.</summary>
    public static string Ordinal(int number)
    {
        if (number < Ordinals.Length)
        {
            return Ordinals[number];
        }

        string ending = (number % 100) is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return string.Create(CultureInfo.InvariantCulture, $"{number}{ending}");
    }

    /// <summary>one, two, ... twelve; beyond that figures.</summary>
    public static string Number(int number) => number < Numbers.Length ? Numbers[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with its noun: one section, three sections.</summary>
    public static string Count(int number, string noun) => number == 1 ? $"one {noun}" : $"{Number(number)} {noun}s";

    /// <summary>The text with its first letter in upper case; a placeholder stays as it is.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A question with its mark.</summary>
    public static string Question(string question) => question.TrimEnd() is [.., '?' or '.'] asked ? asked : question.TrimEnd() + "?";
}
