using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Chat.Evidence;

namespace ThesisApp.Writing.Tests.Support;

/// <summary>Evidence for texts of models.</summary>
internal static class Given
{
    /// <summary>A passage of a source without pages.</summary>
    public static Passage Passage(string id, string text, int? page = null) => new(id, id.Split('#')[0], 1, "Locks", page, text);

    /// <summary>Two passages of one work and one, on page 12, of another.</summary>
    public static EvidenceSet Evidence { get; } = EvidenceSet.Of(
        [
            Passage("smith1990#a", "The canal carried 1,250 tonnes of grain in 1802, which was “more than any other canal” of its time."),
            Passage("smith1990#b", "Its keepers were paid by the toll, and kept their books with care."),
            Passage("jones2001#a", "Traffic fell by 40 per cent after the railway came.", page: 12),
        ],
        [],
        1_000);

    /// <summary>The sentences of a text, as they were read.</summary>
    public static Sentence[] Sentences(IReadOnlyList<Paragraph> paragraphs) => [.. paragraphs.SelectMany(paragraph => paragraph.Sentences)];
}
