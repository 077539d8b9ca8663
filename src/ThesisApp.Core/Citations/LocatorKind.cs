namespace ThesisApp.Core.Citations;

/// <summary>What a locator counts.</summary>
public enum LocatorKind
{
    /// <summary>Pages.</summary>
    Page,

    /// <summary>Chapters.</summary>
    Chapter,

    /// <summary>Sections.</summary>
    Section,

    /// <summary>Paragraphs.</summary>
    Paragraph,

    /// <summary>Figures.</summary>
    Figure,

    /// <summary>Tables.</summary>
    Table,

    /// <summary>Volumes.</summary>
    Volume,

    /// <summary>Lines.</summary>
    Line,

    /// <summary>Something without a name of its own: printed as it was written.</summary>
    Other,
}
