namespace ThesisApp.Core.Checks;

/// <summary>Figures of a section.</summary>
/// <param name="Number">Its number, or null.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Level">Its heading's level.</param>
/// <param name="Role">What it is for, as its heading tells.</param>
/// <param name="Line">Its line, or null.</param>
/// <param name="Words">Its words.</param>
/// <param name="Citations">Its citations.</param>
/// <param name="Density">Citations per 1,000 words.</param>
/// <param name="SentenceLength">Words a sentence.</param>
/// <param name="ReadingEase">Flesch's reading ease, or null where there is no text.</param>
/// <param name="Past">Sentences in the past (English).</param>
/// <param name="Present">Sentences in the present.</param>
/// <param name="Future">Sentences in the future.</param>
public sealed record SectionFigures(
    string? Number,
    string Title,
    int Level,
    string Role,
    int? Line,
    int Words,
    int Citations,
    double Density,
    double SentenceLength,
    double? ReadingEase,
    int Past,
    int Present,
    int Future);
