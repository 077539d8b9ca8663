using ThesisApp.Core.Sources;

namespace ThesisApp.Writing.Offline;

/// <summary>What can be borrowed as a whole: a sentence that stands by itself, with those after it that lean on it.</summary>
/// <param name="Passage">Where it stands.</param>
/// <param name="PassageRank">Place of the passage in the allotment, from 0; the most relevant first.</param>
/// <param name="Position">Place within the passage.</param>
/// <param name="Sentences">The sentences.</param>
/// <param name="Words">Their words.</param>
internal sealed record SentenceUnit(Passage Passage, int PassageRank, int Position, IReadOnlyList<string> Sentences, int Words)
{
    public string Text => string.Join(' ', Sentences);
}
