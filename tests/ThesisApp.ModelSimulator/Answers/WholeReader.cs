using System.Text.RegularExpressions;
using ThesisApp.ModelSimulator.Faults;
using ThesisApp.ModelSimulator.Wire;

namespace ThesisApp.ModelSimulator.Answers;

/// <summary>Reads a whole for compounds that are one word here and two there, and prefers the one word; it finds nothing else.</summary>
internal static partial class WholeReader
{
    private const int MostFindings = 10;

    /// <summary>Writes what it has found, with such faults as are due.</summary>
    public static string Write(PromptReader prompt, FaultPlan faults, List<string> flaws)
    {
        Dictionary<string, (string Number, string Text)> closed = new(StringComparer.OrdinalIgnoreCase);
        foreach (PromptSection section in prompt.Sections)
        {
            foreach (string word in Word().Matches(section.Text).Select(match => match.Value))
            {
                closed.TryAdd(word, (section.Number, word));
            }
        }

        List<object> findings =
        [
            .. prompt.Sections
                .SelectMany(section => Pair().Matches(section.Text).Select(match => (section.Number, Text: match.Groups[1].Value, Joined: match.Groups[2].Value + match.Groups[3].Value)))
                .Where(pair => closed.ContainsKey(pair.Joined))
                .DistinctBy(pair => pair.Joined, StringComparer.OrdinalIgnoreCase)
                .Take(MostFindings)
                .Select(pair => Finding(pair.Text, closed[pair.Joined].Text, (pair.Number, pair.Text), closed[pair.Joined])),
        ];
        if (prompt.Sections.Count > 1 && faults.Happens(FaultNames.InventedQuotation))
        {
            flaws.Add(FaultNames.InventedQuotation);
            findings.Add(Finding("phantom limb", "phantomlimb", (prompt.Sections[0].Number, "the phantom limb"), (prompt.Sections[1].Number, "a phantomlimb")));
        }

        return WireText.Json(new { findings });
    }

    private static object Finding(string variant, string preferred, params (string Section, string Quotation)[] places) => new
    {
        kind = "term",
        message = $"Two spellings of one term: {variant} and {preferred}.",
        places = places.Select(place => new { section = place.Section, quotation = place.Quotation }),
        variant,
        preferred,
    };

    [GeneratedRegex(@"\p{L}{6,}")]
    private static partial Regex Word();

    // Overlapping, so that the second word of one pair may be the first of the next.
    [GeneratedRegex(@"(?<!\p{L})(?=((\p{L}{3,})[ -](\p{L}{3,}))(?!\p{L}))")]
    private static partial Regex Pair();
}
