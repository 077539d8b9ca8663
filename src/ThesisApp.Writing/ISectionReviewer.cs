using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;

namespace ThesisApp.Writing;

/// <summary>The gate between a draft and everyone who reads it.</summary>
public interface ISectionReviewer
{
    /// <summary>Name and version, part of the key under which reviews are cached.</summary>
    string Version { get; }

    /// <summary>Checks each citation and borrowed sentence against its passage; takes out what does not stand and says so.</summary>
    /// <param name="section">The outline's section.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="allotment">The passages that it was given.</param>
    /// <param name="bibliography">The works that may be cited.</param>
    /// <param name="needed">The artifacts that it was given: their claims were reviewed where they were made, and may be repeated.</param>
    SectionReview Review(OutlineSection section, SectionDraft draft, SectionAllotment allotment, Bibliography bibliography, IReadOnlyList<Artifact> needed);
}
