using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ThesisApp.Core.Citations;

/// <summary>A place within a work: <c>p. 12</c>, <c>ch. 3</c>. What it is called is the citation style's business.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Value">The number or numbers, with an en dash in ranges.</param>
public sealed partial record Locator(LocatorKind Kind, string Value)
{
    private static readonly FrozenDictionary<string, LocatorKind> Labels = new Dictionary<string, LocatorKind>
    {
        ["p"] = LocatorKind.Page,
        ["pp"] = LocatorKind.Page,
        ["page"] = LocatorKind.Page,
        ["pages"] = LocatorKind.Page,
        ["s"] = LocatorKind.Page,
        ["seite"] = LocatorKind.Page,
        ["seiten"] = LocatorKind.Page,
        ["ch"] = LocatorKind.Chapter,
        ["chs"] = LocatorKind.Chapter,
        ["chap"] = LocatorKind.Chapter,
        ["chaps"] = LocatorKind.Chapter,
        ["chapter"] = LocatorKind.Chapter,
        ["chapters"] = LocatorKind.Chapter,
        ["kap"] = LocatorKind.Chapter,
        ["kapitel"] = LocatorKind.Chapter,
        ["sec"] = LocatorKind.Section,
        ["secs"] = LocatorKind.Section,
        ["sect"] = LocatorKind.Section,
        ["section"] = LocatorKind.Section,
        ["sections"] = LocatorKind.Section,
        ["§"] = LocatorKind.Section,
        ["§§"] = LocatorKind.Section,
        ["abschn"] = LocatorKind.Section,
        ["abschnitt"] = LocatorKind.Section,
        ["para"] = LocatorKind.Paragraph,
        ["paras"] = LocatorKind.Paragraph,
        ["paragraph"] = LocatorKind.Paragraph,
        ["paragraphs"] = LocatorKind.Paragraph,
        ["¶"] = LocatorKind.Paragraph,
        ["abs"] = LocatorKind.Paragraph,
        ["absatz"] = LocatorKind.Paragraph,
        ["fig"] = LocatorKind.Figure,
        ["figs"] = LocatorKind.Figure,
        ["figure"] = LocatorKind.Figure,
        ["abb"] = LocatorKind.Figure,
        ["abbildung"] = LocatorKind.Figure,
        ["tab"] = LocatorKind.Table,
        ["table"] = LocatorKind.Table,
        ["tabelle"] = LocatorKind.Table,
        ["vol"] = LocatorKind.Volume,
        ["vols"] = LocatorKind.Volume,
        ["volume"] = LocatorKind.Volume,
        ["bd"] = LocatorKind.Volume,
        ["band"] = LocatorKind.Volume,
        ["l"] = LocatorKind.Line,
        ["ll"] = LocatorKind.Line,
        ["line"] = LocatorKind.Line,
        ["lines"] = LocatorKind.Line,
        ["z"] = LocatorKind.Line,
        ["zeile"] = LocatorKind.Line,
        ["chapitre"] = LocatorKind.Chapter,
        ["chapitres"] = LocatorKind.Chapter,
        ["paragraphe"] = LocatorKind.Paragraph,
        ["tableau"] = LocatorKind.Table,
        ["ligne"] = LocatorKind.Line,
        ["pág"] = LocatorKind.Page,
        ["págs"] = LocatorKind.Page,
        ["página"] = LocatorKind.Page,
        ["páginas"] = LocatorKind.Page,
        ["cap"] = LocatorKind.Chapter,
        ["caps"] = LocatorKind.Chapter,
        ["capítulo"] = LocatorKind.Chapter,
        ["sección"] = LocatorKind.Section,
        ["párr"] = LocatorKind.Paragraph,
        ["párrafo"] = LocatorKind.Paragraph,
        ["figura"] = LocatorKind.Figure,
        ["tabla"] = LocatorKind.Table,
        ["línea"] = LocatorKind.Line,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>True if it names more than one place.</summary>
    public bool IsPlural => Kind != LocatorKind.Other && (Value.Contains('–', StringComparison.Ordinal) || Value.Contains(',', StringComparison.Ordinal) || Value.Contains('&', StringComparison.Ordinal));

    /// <summary>Reads a locator as it is written in English, German, French or Spanish; a bare number counts pages, as in Pandoc.</summary>
    public static Locator Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        if (Labelled().Match(trimmed) is { Success: true } match && Labels.TryGetValue(match.Groups["label"].Value, out LocatorKind kind))
        {
            return new Locator(kind, Dashed(match.Groups["value"].Value));
        }

        return Number().IsMatch(trimmed) ? new Locator(LocatorKind.Page, Dashed(trimmed)) : new Locator(LocatorKind.Other, trimmed);
    }

    private static string Dashed(string value) => Dash().Replace(value, "–");

    // A label is followed by what it counts: a number in either script, or an appendix's letter.
    [GeneratedRegex(@"^(?<label>\p{L}+|§{1,2}|¶)\.?\s*(?<value>(?:\d|[ivxlcdmIVXLCDM]+\b|[A-Z]\b).*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    // Arabic numbers, or Roman ones as far as front matter goes.
    [GeneratedRegex(@"^(?:\d+(?:\.\d+)*|(?=[ivxl])l?x{0,3}(?:i[xv]|v?i{0,3}))(?:[\s,&–-]+(?:\d+(?:\.\d+)*|(?=[ivxl])l?x{0,3}(?:i[xv]|v?i{0,3})))*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[\divxlc])\s*-{1,2}\s*(?=[\divxlc])", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();
}
