namespace ThesisApp.Core.Checks.Theses;

/// <summary>How a paragraph stands in its section.</summary>
public enum ParagraphForm
{
    /// <summary>Running text.</summary>
    Text,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A quotation set apart.</summary>
    Quotation,

    /// <summary>The caption of a figure or table.</summary>
    Caption,
}
