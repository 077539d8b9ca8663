using System.Text.Json.Serialization;

namespace ThesisApp.Core.Sources;

/// <summary>A stretch of a source that can be cited.</summary>
/// <param name="Id"><c>source#name</c>, the name made from the text: an edit elsewhere does not change it.</param>
/// <param name="SourceId">The source it stands in.</param>
/// <param name="Ordinal">Position within the source, from 1.</param>
/// <param name="Heading">The nearest heading above it, or null.</param>
/// <param name="Page">Page, from 1, or null where the source has none.</param>
/// <param name="Text">Its plain text: whole sentences, white space folded.</param>
public sealed record Passage(string Id, string SourceId, int Ordinal, string? Heading, int? Page, string Text)
{
    /// <summary>The table that it is; its text then opens with the table's caption and goes on with the cells. Null for prose.</summary>
    public TableData? Table { get; init; }

    /// <summary>The figure that it is; its text is then the figure's caption. Null for prose.</summary>
    public FigureData? Figure { get; init; }

    /// <summary>True for running text, of which sentences can be taken.</summary>
    [JsonIgnore]
    public bool IsProse => Table is null && Figure is null;
}
