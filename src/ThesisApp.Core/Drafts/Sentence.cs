using System.Text.Json.Serialization;

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

    /// <summary>The words of the source where own words lead into them (<c>According to {work:key}, the lock ...</c>); null where the whole text is the source's, or none of it.</summary>
    public string? Quoted { get; init; }

    /// <summary>True where the sentence that follows is taken from the same place: one citation after the last of them stands for all (APA, 7th edition, 8.1, on citing too often).</summary>
    public bool CitedWithNext { get; init; }

    /// <summary>What was taken from the source.</summary>
    [JsonIgnore]
    public string Borrowed => Quoted ?? Text;

    /// <summary>The sentence as a person wrote it, to be set as it stands; null for what agents write.</summary>
    public Verbatim? Verbatim { get; init; }

    /// <summary>True if it was taken from a source.</summary>
    public bool IsBorrowed => Citations.Count > 0;
}
