namespace ThesisApp.Core.Outlines;

/// <summary>A section of the outline.</summary>
public sealed record OutlineSection
{
    /// <summary><c>chapter/section</c>, unique within the thesis.</summary>
    public required string Id { get; init; }

    /// <summary>The chapter's id.</summary>
    public required string ChapterId { get; init; }

    /// <summary>Such as <c>2.3</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Heading, without its number.</summary>
    public required string Title { get; init; }

    /// <summary>See <see cref="SectionRoles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>What it must say.</summary>
    public required string Brief { get; init; }

    /// <summary>Word budget.</summary>
    public required int Words { get; init; }

    /// <summary>Names of the artifacts that must exist before it is drafted.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Names of the artifacts that its draft gives.</summary>
    public IReadOnlyList<string> Gives { get; init; } = [];

    /// <summary>Index from 0 of the research question that it answers, or null.</summary>
    public int? ResearchQuestion { get; init; }

    /// <summary>The only sources that it may borrow from, by their paths; null for any.</summary>
    public IReadOnlyList<string>? Sources { get; init; }
}
