using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Offline;

/// <summary>Sets a source's tables behind the text that stands under the same heading, each announced by a sentence before it.</summary>
internal sealed class SourceTablesSetter(IReadOnlyList<Passage> passages, Phrasebook book, Func<Passage, Citation> cite)
{
    private const int MostOfSection = 2;

    private int _set;

    /// <summary>The last paragraph under a heading, with the tables that belong to it.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="first">A passage of it.</param>
    public IEnumerable<Paragraph> Follow(Paragraph paragraph, Passage first)
    {
        Passage[] tables = [.. passages.Where(passage => passage.Table is not null && passage.SourceId == first.SourceId && passage.Heading == first.Heading).OrderBy(passage => passage.Ordinal).Take(MostOfSection - _set)];
        _set += tables.Length;
        yield return tables.Length == 0
            ? paragraph
            : paragraph with { Sentences = [.. paragraph.Sentences, new Sentence(Phrases.Capital(book.Say("table", ("tables", book.List([.. tables.Select(table => TableMention.Of(table.Id))])))), [], [])] };
        foreach (Passage table in tables)
        {
            string caption = table.Text[..table.Text.IndexOf(". ", StringComparison.Ordinal)];
            yield return new Paragraph(ParagraphKind.Table, [new Sentence(caption, [cite(table)], [])]) { Table = table.Table };
        }
    }
}
