namespace ThesisApp.Core.Checks.Theses;

/// <summary>A thesis as the checks look at it, wherever it came from.</summary>
/// <param name="Title">Its title, or empty.</param>
/// <param name="Language">BCP 47 tag, or null where nothing says so.</param>
/// <param name="Sections">Its sections in reading order.</param>
/// <param name="Anchors">What a link within the document may point to.</param>
/// <param name="Works">The works that may be cited, each with the names it goes by; null where there is no bibliography.</param>
public sealed record CheckedThesis(
    string Title,
    string? Language,
    IReadOnlyList<CheckedSection> Sections,
    IReadOnlySet<string> Anchors,
    IReadOnlyDictionary<string, string>? Works)
{
    /// <summary>Research questions that something other than the text names: the specification or the file's front matter.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>What the sections should be, or empty.</summary>
    public IReadOnlyList<ExpectedSection> Expected { get; init; } = [];

    /// <summary>Words that the whole should have, or null.</summary>
    public int? ExpectedWords { get; init; }

    /// <summary>The sources' text by key, or null where none were given.</summary>
    public IReadOnlyDictionary<string, string>? Sources { get; init; }

    /// <summary>The sections of the text proper.</summary>
    public IEnumerable<CheckedSection> Body => Sections.Where(section => section.IsBody);

    /// <summary>The body's paragraphs with their sections, captions aside.</summary>
    public IEnumerable<(CheckedSection Section, CheckedParagraph Paragraph)> BodyParagraphs =>
        Body.SelectMany(section => section.Paragraphs.Where(paragraph => paragraph.Form != ParagraphForm.Caption).Select(paragraph => (section, paragraph)));

    /// <summary>True if the text is taken for English.</summary>
    public bool IsEnglish => Language is null || Language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}
