namespace ThesisApp.Core.Documents;

/// <summary>The thesis, put together: what exporters render and checks read.</summary>
/// <param name="Title">Title.</param>
/// <param name="TitlePage">Lines under the title: author, degree, institution, supervisor, date.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Abstract">The abstract.</param>
/// <param name="Keywords">Keywords.</param>
/// <param name="Statement">How the text was made.</param>
/// <param name="Chapters">Chapters in order.</param>
/// <param name="References">Exactly the works cited, in the style's order.</param>
public sealed record ThesisDocument(
    string Title,
    IReadOnlyList<string> TitlePage,
    string Language,
    IReadOnlyList<Block> Abstract,
    IReadOnlyList<string> Keywords,
    string Statement,
    IReadOnlyList<DocumentChapter> Chapters,
    IReadOnlyList<DocumentReference> References)
{
    /// <summary>What its abbreviations stand for, as far as its text says so.</summary>
    public IReadOnlyList<Abbreviation> Abbreviations { get; init; } = [];

    /// <summary>Its numbered figures, each once, in their order.</summary>
    public IEnumerable<DocumentFigure> Figures() =>
        Chapters.SelectMany(chapter => chapter.Sections).SelectMany(section => section.Blocks).Select(block => block.Figure).OfType<DocumentFigure>().Where(figure => figure.Number > 0).DistinctBy(figure => figure.Number);
}
