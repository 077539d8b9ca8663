using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace ThesisApp.Cli.Terminals;

/// <summary>Makes text that users, models or servers wrote harmless to a terminal.</summary>
/// <remarks>A title may hold escape sequences that move the cursor, retitle the window or hide text: they never reach the terminal.</remarks>
internal static partial class SafeText
{
    /// <summary>The text on one line: without escape sequences and control characters, at most <paramref name="maxLength"/> characters long.</summary>
    public static string Line(string? text, int maxLength = 300)
    {
        var clean = Clean(text, keepLineBreaks: false).Trim();
        return clean.Length <= maxLength ? clean : string.Concat(clean.AsSpan(0, EndOfWholeCharacter(clean, maxLength - 1)), "…");
    }

    /// <summary>The text with its line breaks, otherwise as <see cref="Line"/> has it.</summary>
    public static string Block(string? text, int maxLength = 20_000)
    {
        var clean = Clean(text, keepLineBreaks: true).TrimEnd();
        return clean.Length <= maxLength ? clean : string.Concat(clean.AsSpan(0, EndOfWholeCharacter(clean, maxLength - 1)), "…");
    }

    /// <summary>As <see cref="Line"/>, escaped for Spectre's markup.</summary>
    public static string Markup(string? text, int maxLength = 300) => Line(text, maxLength).EscapeMarkup();

    private static string Clean(string? text, bool keepLineBreaks)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in EscapeSequence().Replace(text, "").EnumerateRunes())
        {
            if (rune.Value == '\n' && keepLineBreaks)
            {
                clean.Append('\n');
            }
            else if (rune.Value is '\n' or '\t' or 0x2028 or 0x2029)
            {
                clean.Append(' ');
            }
            else if (!IsHarmful(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    /// <summary>Control characters, and the format characters that turn the direction of text (which can make a line read as something else).</summary>
    private static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C or 0xFEFF;

    private static int EndOfWholeCharacter(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;

    // CSI (ESC [ ... final), OSC/DCS/APC/PM (ESC ] ... BEL or ESC \) and two-character sequences (ECMA-48, 5th edition, 5.3 to 5.6), in 7-bit and 8-bit form.
    [GeneratedRegex("(\x1B\\[|\x9B)[0-?]*[ -/]*[@-~]|(\x1B[\\]P_^X]|[\x9D\x90\x9F\x9E\x98])[^\x07\x1B\x9C]*(\x07|\x1B\\\\|\x9C)?|\x1B[ -/]*[0-~]", RegexOptions.CultureInvariant)]
    private static partial Regex EscapeSequence();
}
