using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Sources;

/// <summary>A paragraph of a source.</summary>
/// <param name="Heading">The nearest heading above it, or null.</param>
/// <param name="Page">Its page, or null.</param>
/// <param name="Text">Plain text, white space folded.</param>
internal sealed record SourceParagraph(string? Heading, int? Page, string Text)
{
    /// <summary>The table, where it is one; its text is then the caption.</summary>
    public TableData? Table { get; init; }

    /// <summary>The image, where it is one; its text is then the caption.</summary>
    public SourceImage? Image { get; init; }

    /// <summary>The figure that the image is, once it was looked at.</summary>
    public FigureData? Figure { get; init; }
}
