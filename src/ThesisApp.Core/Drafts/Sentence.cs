namespace ThesisApp.Core.Drafts;

/// <summary>A sentence of a draft and what it rests on.</summary>
/// <param name="Text">Plain text with its final stop; citations are not part of it.</param>
/// <param name="Citations">The passages it is taken from; empty for connecting text of the writer's own.</param>
/// <param name="CrossReferences">Ids of sections that it mentions as <c>{ref:chapter/section}</c> in its text.</param>
public sealed record Sentence(string Text, IReadOnlyList<Citation> Citations, IReadOnlyList<string> CrossReferences)
{
    /// <summary>What the reader must be told of it where it stands, such as <c>unverified: ...</c>; null if nothing.</summary>
    public string? Mark { get; init; }

    /// <summary>Citations that it was written with and that lead nowhere; null if there are none. They are named in <see cref="Mark"/>.</summary>
    public IReadOnlyList<string>? Lost { get; init; }

    /// <summary>The sentence as a person wrote it, to be set as it stands; null for what agents write.</summary>
    public Verbatim? Verbatim { get; init; }

    /// <summary>True if it was taken from a source.</summary>
    public bool IsBorrowed => Citations.Count > 0;
}
