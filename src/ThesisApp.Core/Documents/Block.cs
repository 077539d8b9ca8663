using ThesisApp.Core.Drafts;

namespace ThesisApp.Core.Documents;

/// <summary>A paragraph or a list.</summary>
/// <param name="Kind">How it is set.</param>
/// <param name="Items">A paragraph has one item, a list one for each entry.</param>
public sealed record Block(ParagraphKind Kind, IReadOnlyList<IReadOnlyList<Inline>> Items)
{
    /// <summary>The table, where it is one; its only item is then the caption, number and all.</summary>
    public Sources.TableData? Table { get; init; }

    /// <summary>The figure, where it is one; its only item is then the caption, number and all.</summary>
    public DocumentFigure? Figure { get; init; }

    /// <summary>The text without citations, for counting and comparing.</summary>
    public string PlainText() =>
        string.Join(' ', Items.Select(item => string.Concat(item.Where(inline => inline.Kind is not (InlineKind.Citation or InlineKind.CitationText or InlineKind.Unresolved)).Select(inline => inline.Text))));
}
