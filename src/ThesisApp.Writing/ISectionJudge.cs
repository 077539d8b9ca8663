using ThesisApp.Core.Drafts;

namespace ThesisApp.Writing;

/// <summary>Reads a draft as a supervisor would, and says what is to be changed in it; only where a chat model writes.</summary>
public interface ISectionJudge
{
    /// <summary>Name and version, part of the key under which verdicts are cached.</summary>
    string Version { get; }

    /// <summary>Who judges, for the report.</summary>
    Maker Judge { get; }

    /// <summary>Judges a draft. An answer that cannot be read asks for nothing: what a text says of its sources is checked without a model.</summary>
    Task<SectionVerdict> JudgeAsync(ReviewRequest request, CancellationToken cancellationToken);
}
