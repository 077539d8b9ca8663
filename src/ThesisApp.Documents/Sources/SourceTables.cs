using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Sources;

/// <summary>Takes tables out of Markdown that are small enough to stand in another text.</summary>
internal static partial class SourceTables
{
    private const int MostRows = 40;
    private const int MostColumns = 8;
    private const int LongestCell = 120;

    /// <summary>The table's cells, or null where it has no header, no rows, cells of more than one line, or too much of anything.</summary>
    public static TableData? Read(Table table, Func<LeafBlock, string> plain)
    {
        List<string[]> rows = [];
        foreach (TableRow row in table.OfType<TableRow>())
        {
            rows.Add([.. row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<LeafBlock>().Select(plain)))]);
        }

        bool sound = rows.Count is > 1 and <= MostRows + 1
            && rows[0].Length is > 1 and <= MostColumns
            && rows.TrueForAll(row => row.Length == rows[0].Length && row.All(cell => cell.Length <= LongestCell && cell.IndexOfAny(['{', '}']) < 0))
            && rows[0].All(cell => cell.Length > 0);
        return sound ? new TableData(rows[0], [.. rows.Skip(1)]) : null;
    }

    /// <summary>What a paragraph beside a table calls it: the words behind <c>Table 3:</c>; null where it is no caption.</summary>
    public static string? Caption(string paragraph) => CaptionPattern().Match(paragraph) is { Success: true } match ? match.Groups[1].Value.Trim() : null;

    [GeneratedRegex(@"^(?:Table|Tabelle|Tableau|Tabla|Tab\.)\s\d+\s*[:.–—]\s*(\S.{2,200})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaptionPattern();
}
