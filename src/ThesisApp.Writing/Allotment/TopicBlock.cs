using ThesisApp.Core.Sources;

namespace ThesisApp.Writing.Allotment;

/// <summary>Passages of one source under one heading: what is said on one topic stays together.</summary>
/// <param name="Heading">The heading, or null.</param>
/// <param name="SourceId">The source.</param>
/// <param name="Passages">Indices into all passages, in the source's order.</param>
/// <param name="Text">Their text.</param>
/// <param name="Words">Words that can be borrowed.</param>
internal sealed record TopicBlock(string? Heading, string SourceId, IReadOnlyList<int> Passages, string Text, int Words)
{
    /// <summary>True if a table stands under the heading.</summary>
    public bool HasTable { get; init; }

    // A source without headings is cut here, so that no section gets all of it.
    private const int MostWords = 260;

    /// <summary>Groups neighbours that share source and heading.</summary>
    /// <param name="passages">All passages.</param>
    /// <param name="usableWords">Words of each that can stand in another text.</param>
    public static IReadOnlyList<TopicBlock> From(IReadOnlyList<Passage> passages, IReadOnlyList<int> usableWords)
    {
        List<TopicBlock> blocks = [];
        List<int> current = [];
        int words = 0;
        for (int i = 0; i < passages.Count; i++)
        {
            int usable = usableWords[i];
            if (current.Count > 0 && (passages[i].SourceId != passages[current[0]].SourceId || passages[i].Heading != passages[current[0]].Heading || words + usable > MostWords))
            {
                Close();
            }

            current.Add(i);
            words += usable;
        }

        Close();
        return blocks;

        void Close()
        {
            if (words > 0)
            {
                Passage first = passages[current[0]];
                blocks.Add(new TopicBlock(first.Heading, first.SourceId, [.. current], string.Join(' ', current.Select(index => passages[index].Text)), words) { HasTable = current.Exists(index => passages[index].Table is not null) });
            }

            current.Clear();
            words = 0;
        }
    }
}
