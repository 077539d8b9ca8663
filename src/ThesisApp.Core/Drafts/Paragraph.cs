using System.Text.Json.Serialization;
using ThesisApp.Core.Sources;

namespace ThesisApp.Core.Drafts;

/// <summary>A paragraph or a list of a draft.</summary>
/// <param name="Kind">How it is set.</param>
/// <param name="Sentences">Its sentences; for lists each is an item.</param>
public sealed record Paragraph(ParagraphKind Kind, IReadOnlyList<Sentence> Sentences)
{
    /// <summary>The table, where it is one; its only sentence is then the caption.</summary>
    public TableData? Table { get; init; }

    /// <summary>The figure, where it is one; its only sentence is then the caption.</summary>
    public FigureData? Figure { get; init; }

    /// <summary>True for a table or a figure: its sentence is a caption, and nobody's prose.</summary>
    [JsonIgnore]
    public bool IsFloat => Table is not null || Figure is not null;
}
