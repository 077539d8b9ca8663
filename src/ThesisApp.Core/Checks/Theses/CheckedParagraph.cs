using ThesisApp.Core.Sources;

namespace ThesisApp.Core.Checks.Theses;

/// <summary>A paragraph of a text that is checked.</summary>
/// <param name="Text">Its text without the citations, white space folded.</param>
/// <param name="Line">The line on which it starts, or null.</param>
/// <param name="Form">How it stands in its section.</param>
/// <param name="Citations">Its citations in order.</param>
/// <param name="Links">Anchors within the document that it links to, without <c>#</c>.</param>
public sealed record CheckedParagraph(string Text, int? Line, ParagraphForm Form, IReadOnlyList<CheckedCitation> Citations, IReadOnlyList<string> Links)
{
    private IReadOnlyList<string>? _sentences;

    /// <summary>Its sentences.</summary>
    public IReadOnlyList<string> Sentences => _sentences ??= SentenceSplitter.Split(Text);

    /// <summary>Its words.</summary>
    public int Words => DocumentChecks.CountWords(Text);
}
