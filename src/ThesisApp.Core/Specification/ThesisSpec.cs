namespace ThesisApp.Core.Specification;

/// <summary>What the user asks for: <c>thesis.yaml</c>, read and validated.</summary>
public sealed record ThesisSpec
{
    /// <summary>Title of the thesis.</summary>
    public required string Title { get; init; }

    /// <summary>The subject in a few words; steers retrieval.</summary>
    public required string Topic { get; init; }

    /// <summary>The case that is studied.</summary>
    public string? CaseStudy { get; init; }

    /// <summary>Author's name for the title page.</summary>
    public string? Author { get; init; }

    /// <summary>Institution for the title page.</summary>
    public string? Institution { get; init; }

    /// <summary>Degree for the title page.</summary>
    public string? Degree { get; init; }

    /// <summary>Supervisor for the title page.</summary>
    public string? Supervisor { get; init; }

    /// <summary>Date for the title page, printed as given. Never taken from the clock: the same spec gives the same bytes.</summary>
    public string? Date { get; init; }

    /// <summary>Research questions, at least one.</summary>
    public IReadOnlyList<string> ResearchQuestions { get; init; } = [];

    /// <summary>Name of a built-in template; used where <see cref="Chapters"/> is empty.</summary>
    public string? Template { get; init; }

    /// <summary>Who makes the outline: <c>model</c>, or null for the template or the user's own chapters.</summary>
    public string? OutlineBy { get; init; }

    /// <summary>Who says what to look up for each section: <c>model</c>, or null for what the plan has found by its title and brief.</summary>
    public string? ResearchBy { get; init; }

    /// <summary>The user's own chapters, which replace the template's.</summary>
    public IReadOnlyList<ChapterSpec> Chapters { get; init; } = [];

    /// <summary>Words of the whole body; sections without a budget share what the others leave.</summary>
    public int Words { get; init; } = 12_000;

    /// <summary>Language of the thesis (BCP 47).</summary>
    public string Language { get; init; } = "en";

    /// <summary>Citation style, one of <see cref="Citations.CitationStyleNames.All"/>.</summary>
    public string CitationStyle { get; init; } = "apa";

    /// <summary>What a run may take before it pauses, or null for any amount. It changes nothing in the text.</summary>
    public BudgetSpec? Budget { get; init; }

    /// <summary>What a user wants to approve before the run goes on (<c>outline</c>), or null. It changes nothing in the text.</summary>
    public string? Approve { get; init; }

    /// <summary>False to leave out the statement of how the text was made; null is true.</summary>
    public bool? AiStatement { get; init; }

    /// <summary>Source files, as paths or globs relative to the spec.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The BibTeX file, relative to the spec.</summary>
    public string? Bibliography { get; init; }
}
