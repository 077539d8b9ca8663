using ThesisApp.Core.Drafts;

namespace ThesisApp.Writing;

/// <summary>What an agent can write. Implementations keep no state: everything comes with the call.</summary>
public interface IWriter
{
    /// <summary>Name and version, part of the key under which results are cached: <c>offline/1</c>.</summary>
    string Version { get; }

    /// <summary>The same for the front matter, which tells of all that had a part in the text, whoever wrote it.</summary>
    string FrontMatterVersion => Version;

    /// <summary>Who drafts, for the report.</summary>
    Maker Drafter { get; }

    /// <summary>Establishes an artifact that no section gives.</summary>
    Task<Artifact> EstablishAsync(EstablishRequest request, CancellationToken cancellationToken);

    /// <summary>Drafts one section from its allotted passages.</summary>
    Task<SectionWork> DraftAsync(DraftRequest request, CancellationToken cancellationToken);

    /// <summary>Frames one chapter from its reviewed sections.</summary>
    Task<Made<ChapterFrame>> FrameAsync(FrameRequest request, CancellationToken cancellationToken);

    /// <summary>Writes the front matter from what it rests on: frames of chapters, reviewed sections.</summary>
    Task<Made<FrontMatter>> WriteFrontMatterAsync(FrontMatterRequest request, CancellationToken cancellationToken);
}
