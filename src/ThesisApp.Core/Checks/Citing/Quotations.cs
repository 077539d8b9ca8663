using System.Text;
using System.Text.RegularExpressions;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;

namespace ThesisApp.Core.Checks.Citing;

/// <summary>Literal quotations: each has a citation, and stands in a source where the sources are given.</summary>
internal static partial class Quotations
{
    // Shorter ones are terms, titles or irony.
    private const int LeastWords = 5;

    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        Dictionary<string, string> sources = (thesis.Sources ?? new Dictionary<string, string>()).ToDictionary(source => source.Key, source => Normal(source.Value), StringComparer.Ordinal);
        foreach ((CheckedSection section, CheckedParagraph paragraph) in thesis.BodyParagraphs)
        {
            foreach (string quotation in Of(paragraph))
            {
                if (paragraph.Citations.Count == 0)
                {
                    if (paragraph.Form != ParagraphForm.Quotation)
                    {
                        yield return Finding.Warning("quotation-without-citation", section, paragraph.Line, $"A quotation without a citation in its paragraph: “{Finding.Start(quotation)}”");
                    }

                    continue;
                }

                string[] cited = [.. paragraph.Citations.Select(citation => citation.Key).Where(sources.ContainsKey)];
                if (cited.Length > 0 && !cited.Any(key => Holds(sources[key], quotation)))
                {
                    string? other = sources.Keys.Order(StringComparer.Ordinal).FirstOrDefault(key => Holds(sources[key], quotation));
                    yield return Finding.Error("quotation-not-found", section, paragraph.Line, $"The quotation “{Finding.Start(quotation)}” does not stand in {string.Join(", ", cited)}{(other is null ? string.Empty : $", but in {other}")}.");
                }
            }
        }
    }

    private static IEnumerable<string> Of(CheckedParagraph paragraph) => paragraph.Form == ParagraphForm.Quotation
        ? [paragraph.Text]
        : Quoted().Matches(paragraph.Text).Select(match => match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value.Trim())
            .Where(text => DocumentChecks.CountWords(text) >= LeastWords);

    // What was left out and what was put in may differ: the pieces between must stand there.
    private static bool Holds(string source, string quotation) =>
        Omission().Split(quotation).Select(Normal).Where(piece => piece.Length > 2).All(piece => source.Contains(piece, StringComparison.Ordinal));

    private static string Normal(string text)
    {
        StringBuilder normal = new(text.Length + 2);
        normal.Append(' ');
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                normal.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’') && normal[^1] != ' ')
            {
                normal.Append(' ');
            }
        }

        return normal[^1] == ' ' ? normal.ToString() : normal.Append(' ').ToString();
    }

    [GeneratedRegex("“([^“”]{10,2000})”|\"([^\"]{10,2000})\"|„([^„“”]{10,2000})[“”]|«([^«»]{10,2000})»|»([^«»]{10,2000})«")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\[[^\]]*\]|…|\.\.\.")]
    private static partial Regex Omission();
}
