namespace ThesisApp.Core.Documents;

/// <summary>Kinds of inline text.</summary>
public enum InlineKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Italic text.</summary>
    Emphasis,

    /// <summary>A citation that resolves.</summary>
    Citation,

    /// <summary>What stands round and between citations of one group: brackets, semicolons, dashes.</summary>
    CitationText,

    /// <summary>A reference to a chapter or section.</summary>
    CrossReference,

    /// <summary>A citation or cross-reference that does not resolve, marked for the reader.</summary>
    Unresolved,

    /// <summary>Markdown that a person wrote: in Markdown it stands as it is, but for HTML; elsewhere its emphasis is set and all else is text.</summary>
    Verbatim,

    /// <summary>A link to the outside.</summary>
    Link,
}
