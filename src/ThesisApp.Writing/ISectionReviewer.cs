using ThesisApp.Core.Drafts;

namespace ThesisApp.Writing;

/// <summary>The gate between a draft and everyone who reads it.</summary>
public interface ISectionReviewer
{
    /// <summary>Name and version, part of the key under which reviews are cached.</summary>
    string Version { get; }

    /// <summary>Who reviews, for the report.</summary>
    Maker Reviewer { get; }

    /// <summary>Who revises, for the report.</summary>
    Maker Reviser { get; }

    /// <summary>Checks each citation and borrowed sentence against its passage. What does not hold is mended, marked or taken out, and named in the findings.</summary>
    Task<ReviewedSection> ReviewAsync(ReviewRequest request, CancellationToken cancellationToken);
}
