using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Offline;

/// <summary>Sets a source's tables and figures behind the text that stands under the same heading, announced by a sentence before them.</summary>
internal sealed class SourceTablesSetter(IReadOnlyList<Passage> passages, Phrasebook book, Func<Passage, Citation> cite)
{
    private const int MostOfSection = 2;

    private int _tables;
    private int _figures;

    /// <summary>The last paragraph under a heading, with the tables and then the figures that belong to it.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="first">A passage of it.</param>
    public IEnumerable<Paragraph> Follow(Paragraph paragraph, Passage first)
    {
        Passage[] tables = Under(first, passage => passage.Table is not null, MostOfSection - _tables);
        Passage[] figures = Under(first, passage => passage.Figure is not null, MostOfSection - _figures);
        _tables += tables.Length;
        _figures += figures.Length;
        Sentence[] announced = [.. Announce("table", "tables", tables, TableMention.Of), .. Announce("figure", "figures", figures, FigureMention.Of)];
        yield return announced.Length == 0 ? paragraph : paragraph with { Sentences = [.. paragraph.Sentences, .. announced] };
        foreach (Passage table in tables)
        {
            string caption = table.Text[..table.Text.IndexOf(". ", StringComparison.Ordinal)];
            yield return new Paragraph(ParagraphKind.Table, [new Sentence(caption, [cite(table)], [])]) { Table = table.Table };
        }

        foreach (Passage figure in figures)
        {
            yield return new Paragraph(ParagraphKind.Figure, [new Sentence(figure.Text[..^1], [cite(figure)], [])]) { Figure = figure.Figure };
        }
    }

    private Passage[] Under(Passage first, Func<Passage, bool> wanted, int most) =>
        [.. passages.Where(passage => wanted(passage) && passage.SourceId == first.SourceId && passage.Heading == first.Heading).OrderBy(passage => passage.Ordinal).Take(most)];

    private IEnumerable<Sentence> Announce(string key, string place, Passage[] announced, Func<string, string> mention) =>
        announced.Length == 0 ? [] : [new Sentence(Phrases.Capital(book.Say(key, (place, book.List([.. announced.Select(passage => mention(passage.Id))])))), [], [])];
}
