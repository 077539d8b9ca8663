using System.Text.RegularExpressions;
using ThesisApp.Core.Citations;
using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Citations;

namespace ThesisApp.Documents.Assembly;

/// <summary>Sets sentences with their citations and cross-references.</summary>
internal sealed partial class BlockSetter
{
    private static readonly Inline Space = new(InlineKind.Text, " ");

    private readonly ICitationStyle _style;
    private readonly Dictionary<string, BibliographyEntry> _works;
    private readonly Dictionary<string, string> _places;
    private readonly Dictionary<string, string> _tables;
    private readonly string _colon;
    private readonly Dictionary<string, string> _figures;
    private readonly IReadOnlyDictionary<string, int> _figureNumbers;

    public BlockSetter(
        ICitationStyle style, IReadOnlyList<BibliographyEntry> works, Outline outline, DocumentWords words, IReadOnlyDictionary<string, int> tables, IReadOnlyDictionary<string, int> figures)
    {
        _style = style;
        _works = works.ToDictionary(work => work.Key, StringComparer.Ordinal);
        _colon = words.Colon;
        _tables = tables.ToDictionary(table => table.Key, table => $"{words.Table} {table.Value}", StringComparer.Ordinal);
        _figures = figures.ToDictionary(figure => figure.Key, figure => $"{words.Figure} {figure.Value}", StringComparer.Ordinal);
        _figureNumbers = figures;
        _places = outline.Sections.Select(section => (section.Id, Text: $"{words.Section} {section.Number}"))
            .Concat(outline.Chapters.Select(chapter => (chapter.Id, Text: $"{words.Chapter} {chapter.Number}")))
            .ToDictionary(place => place.Id, place => place.Text, StringComparer.Ordinal);
    }

    public IReadOnlyList<Block> Set(IReadOnlyList<Paragraph> paragraphs) =>
        [.. paragraphs.Where(paragraph => paragraph.Sentences.Count > 0).Select(Set)];

    private Block Set(Paragraph paragraph)
    {
        if (paragraph.Table is { } table)
        {
            return new Block(ParagraphKind.Table, [Caption(paragraph.Sentences[0], _tables)]) { Table = table };
        }

        if (paragraph.Figure is { } figure)
        {
            Sentence caption = paragraph.Sentences[0];
            int number = caption.Citations.Select(citation => _figureNumbers.GetValueOrDefault(citation.PassageId)).FirstOrDefault();
            return new Block(ParagraphKind.Figure, [Caption(caption, _figures)]) { Figure = new DocumentFigure(number, figure) };
        }

        if (paragraph.Kind != ParagraphKind.Text)
        {
            return new Block(paragraph.Kind, [.. paragraph.Sentences.Select(sentence => (IReadOnlyList<Inline>)[.. Set(sentence)])]);
        }

        List<Inline> line = [];
        for (int i = 0; i < paragraph.Sentences.Count; i++)
        {
            Sentence sentence = paragraph.Sentences[i];
            if (line.Count > 0 && sentence.Verbatim is null)
            {
                line.Add(new Inline(InlineKind.Text, " "));
            }

            // A review may have taken the next one out: then this one is cited for itself.
            bool citedLater = sentence.CitedWithNext && i + 1 < paragraph.Sentences.Count && SamePlaces(sentence, paragraph.Sentences[i + 1]);
            line.AddRange(Set(citedLater ? sentence with { Citations = [] } : sentence));
        }

        return new Block(ParagraphKind.Text, [Merge(line)]);
    }

    private List<Inline> Caption(Sentence caption, Dictionary<string, string> numbers)
    {
        string number = caption.Citations.Select(citation => numbers.GetValueOrDefault(citation.PassageId)).FirstOrDefault() ?? string.Empty;
        return Merge([new Inline(InlineKind.Text, $"{number}{_colon} "), .. Set(caption)]);
    }

    // The citation stands before the sentence's stop, so that it is plain which sentence it covers.
    private IEnumerable<Inline> Set(Sentence sentence)
    {
        if (sentence.Verbatim is { } verbatim)
        {
            foreach (Inline inline in SetVerbatim(verbatim, sentence.Mark))
            {
                yield return inline;
            }

            yield break;
        }

        string text = sentence.Text.TrimEnd();
        string stop = string.Empty;
        if ((sentence.Citations.Count > 0 || sentence.Mark is not null) && FinalStop().Match(text) is { Success: true } match)
        {
            stop = match.Value;
            text = text[..^stop.Length];
        }

        foreach (Inline inline in SetText(text))
        {
            yield return inline;
        }

        // A work that the sentence names itself is not named behind it once more, unless to say where.
        HashSet<string> named = [.. WorkMention.Keys(sentence.Text)];
        Citation[] citations =
        [
            .. sentence.Citations.DistinctBy(citation => (citation.Key, citation.Locator))
                .Where(citation => !named.Contains(citation.Key) || !string.IsNullOrWhiteSpace(citation.Locator) || !_works.ContainsKey(citation.Key)),
        ];
        CitedPlace[] places =
        [
            .. citations.Where(citation => _works.ContainsKey(citation.Key))
                .Select(Placed),
        ];
        foreach (Inline inline in places.Length == 0 ? [] : _style.Cite(places).Prepend(Space))
        {
            yield return inline;
        }

        foreach (Citation citation in citations.Where(citation => !_works.ContainsKey(citation.Key)))
        {
            yield return Space;
            yield return Unresolved(citation.Key);
        }

        if (sentence.Mark is { } mark)
        {
            yield return new Inline(InlineKind.Text, " ");
            yield return new Inline(InlineKind.Unresolved, $"[{mark}]");
        }

        if (stop.Length > 0)
        {
            yield return new Inline(InlineKind.Text, stop);
        }
    }

    private static bool SamePlaces(Sentence one, Sentence other) => other.Mark is null && one.Citations.Select(Place).SequenceEqual(other.Citations.Select(Place));

    private static (string, string?) Place(Citation citation) => (citation.Key, citation.Locator);

    // What a person wrote keeps every character and its citations their places; a mark goes before the stop.
    private IEnumerable<Inline> SetVerbatim(Verbatim verbatim, string? mark)
    {
        string text = verbatim.Text;
        string end = string.Empty;
        if (mark is not null)
        {
            end = VerbatimEnd().Match(text).Value;
            text = text[..^end.Length];
        }

        int start = 0;
        foreach (Match match in CitedPlaces().Matches(text))
        {
            int group = int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
            CitedPlace[] places = group >= verbatim.Groups.Count
                ? []
                : [.. verbatim.Groups[group].DistinctBy(citation => (citation.Key, citation.Locator)).Where(citation => _works.ContainsKey(citation.Key)).Select(Placed)];

            // Where nothing is left of a citation, neither is the space before it.
            string before = text[start..(places.Length == 0 ? match.Index : match.Groups[2].Index - 1)];
            foreach (Inline inline in SetText(before, InlineKind.Verbatim).Concat(places.Length == 0 ? [] : _style.Cite(places)))
            {
                yield return inline;
            }

            start = match.Index + match.Length;
        }

        foreach (Inline inline in SetText(text[start..], InlineKind.Verbatim))
        {
            yield return inline;
        }

        if (mark is not null)
        {
            yield return Space;
            yield return new Inline(InlineKind.Unresolved, $"[{mark}]");
        }

        if (end.Length > 0)
        {
            yield return new Inline(InlineKind.Verbatim, end);
        }
    }

    private CitedPlace Placed(Citation citation) => new(_works[citation.Key], string.IsNullOrWhiteSpace(citation.Locator) ? null : Locator.Parse(citation.Locator));

    private IEnumerable<Inline> SetText(string text, InlineKind kind = InlineKind.Text)
    {
        int start = 0;
        foreach (Match match in Reference().Matches(text))
        {
            if (match.Index > start)
            {
                yield return new Inline(kind, text[start..match.Index]);
            }

            string target = match.Groups[2].Value;
            yield return match.Groups[1].Value switch { "work" => Work(target), "table" => Float(_tables, target), "figure" => Float(_figures, target), _ => Place(target) };
            start = match.Index + match.Length;
        }

        if (start < text.Length)
        {
            yield return new Inline(kind, text[start..]);
        }
    }

    private Inline Work(string key) => _works.TryGetValue(key, out BibliographyEntry? work)
        ? new Inline(InlineKind.Citation, _style.Narrative(work), key)
        : Unresolved(key);

    private Inline Place(string id) => _places.TryGetValue(id, out string? place) ? new Inline(InlineKind.CrossReference, place, id) : Unresolved(id);

    private static Inline Float(Dictionary<string, string> names, string passage) => names.TryGetValue(passage, out string? name) ? new Inline(InlineKind.Text, name) : Unresolved(passage);

    private static Inline Unresolved(string target) => new(InlineKind.Unresolved, $"[unresolved: {target}]");

    private static List<Inline> Merge(List<Inline> line)
    {
        List<Inline> merged = [];
        foreach (Inline inline in line)
        {
            if (inline.Kind == InlineKind.Text && merged is [.., { Kind: InlineKind.Text } last])
            {
                merged[^1] = last with { Text = last.Text + inline.Text };
            }
            else
            {
                merged.Add(inline);
            }
        }

        return merged;
    }

    [GeneratedRegex(@"(\s*)\uE000(\d+)\uE001")]
    private static partial Regex CitedPlaces();

    [GeneratedRegex(@"[.!?…]*\s*$")]
    private static partial Regex VerbatimEnd();

    [GeneratedRegex(@"[.!?…]+$")]
    private static partial Regex FinalStop();

    [GeneratedRegex(@"\{(ref|work|table|figure):([^{}]+)\}")]
    private static partial Regex Reference();
}
