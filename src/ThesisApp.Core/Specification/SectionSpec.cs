namespace ThesisApp.Core.Specification;

/// <summary>A section as the user or a template asks for it.</summary>
public sealed record SectionSpec
{
    /// <summary>Identifier within its chapter: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Heading, without a number.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of text it is; see <see cref="Outlines.SectionRoles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>What it must say.</summary>
    public required string Brief { get; init; }

    /// <summary>Word budget, or null to share what the others leave.</summary>
    public int? Words { get; init; }

    /// <summary>Artifacts that must exist before it is drafted.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Artifacts that its draft gives.</summary>
    public IReadOnlyList<string> Gives { get; init; } = [];

    /// <summary>Index from 0 of the research question that it answers, or null. An outline says it; a specification's chapters do not.</summary>
    public int? ResearchQuestion { get; init; }

    /// <summary>The only sources that it may borrow from, by their paths; null for any. An outline says it.</summary>
    public IReadOnlyList<string>? Sources { get; init; }
}
