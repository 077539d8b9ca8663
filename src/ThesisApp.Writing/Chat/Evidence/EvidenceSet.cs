using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Chat.Grounding;

namespace ThesisApp.Writing.Chat.Evidence;

/// <summary>Everything that one text may cite, each place by the name that the model knows it by.</summary>
internal sealed class EvidenceSet
{
    private readonly List<EvidenceItem> _items = [];
    private readonly Dictionary<string, string> _locators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    // Works that may be cited as a whole, by a person: with a place as well where there is no text to look the place up in.
    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);
    private readonly HashSet<string> _textless = new(StringComparer.Ordinal);

    /// <summary>What may be cited, the most relevant first.</summary>
    public IReadOnlyList<EvidenceItem> Items => _items;

    /// <summary>Numbers that a sentence may have without a citation: those of what was given, and of what the text is about. Null for a person's text, which may count for itself.</summary>
    public IReadOnlySet<string>? FreeNumbers { get; private set; }

    /// <summary>The same set for a text that may take numbers from nowhere else than from what was given and from these texts.</summary>
    public EvidenceSet Knowing(params IEnumerable<string> texts)
    {
        FreeNumbers = _items.Select(item => item.Text).Concat(texts).SelectMany(Folded.Numbers).ToHashSet(StringComparer.Ordinal);
        return this;
    }

    /// <summary>The passages given, as far as they fit into so many words, then the claims of others with their citations.</summary>
    public static EvidenceSet Of(IReadOnlyList<Passage> passages, IEnumerable<Claim> claims, int mostWords)
    {
        EvidenceSet set = new();
        int words = 0;
        // No model sees a picture: of a figure it could cite no more than the caption.
        foreach (Passage passage in passages.Where(passage => passage.Figure is null))
        {
            words += Words(passage.Text);
            if (words > mostWords && set._items.Count > 0)
            {
                break;
            }

            set._items.Add(new EvidenceItem(passage.SourceId, set.Locate(passage.SourceId, passage.Id, passage.Page), passage.Id, passage.Page, passage.Heading, passage.Text));
        }

        foreach (Claim claim in claims)
        {
            // Told once, with all of its citations: it rests on them together.
            string cite = $"[{string.Join("; ", claim.Citations.Select(citation => $"@{citation.Key}, {set.Locate(citation.Key, citation.PassageId, PageOf(citation))}").Distinct(StringComparer.Ordinal))}]";
            foreach (Citation citation in claim.Citations)
            {
                string locator = set.Locate(citation.Key, citation.PassageId, PageOf(citation));
                set._items.Add(new EvidenceItem(citation.Key, locator, citation.PassageId, PageOf(citation), null, claim.Text) { Claim = claim, Cite = cite });
            }
        }

        return set;
    }

    /// <summary>Everything that a person may cite: each place of each source, and each work of the bibliography as a whole.</summary>
    public static EvidenceSet OfPerson(PassageLocators locators, IEnumerable<string> works)
    {
        EvidenceSet set = new();
        foreach ((Passage passage, string locator) in locators.Places)
        {
            set._items.Add(new EvidenceItem(passage.SourceId, locator, passage.Id, passage.Page, passage.Heading, passage.Text));
            set._locators.TryAdd(passage.Id, locator);
        }

        HashSet<string> withText = [.. set._items.Select(item => item.Key)];
        foreach (string work in works.Concat(withText).Distinct(StringComparer.Ordinal))
        {
            set._whole.Add(work);
            if (!withText.Contains(work))
            {
                set._textless.Add(work);
                set._items.Add(new EvidenceItem(work, string.Empty, string.Empty, null, null, string.Empty));
            }
        }

        return set;
    }

    /// <summary>A citation of a work as a whole, as a person may make it; null if this one names a place that could be looked up, or no work.</summary>
    public Citation? Whole(string key, string locator) =>
        _whole.Contains(key) && (locator.Length == 0 || _textless.Contains(key)) ? new Citation(key, string.Empty, locator.Length == 0 ? null : locator) : null;

    /// <summary>The items that a citation names; none if no such place was given.</summary>
    public IReadOnlyList<EvidenceItem> Find(string key, string locator) =>
        [.. _items.Where(item => item.Key == key && string.Equals(item.Locator, locator, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The items of a passage.</summary>
    public IReadOnlyList<EvidenceItem> Of(Citation citation)
    {
        bool whole = citation.PassageId.Length == 0 && Whole(citation.Key, citation.Locator ?? string.Empty) is not null;
        return [.. _items.Where(item => item.Key == citation.Key && (whole || item.PassageId == citation.PassageId))];
    }

    /// <summary>How the model knows the place of a citation.</summary>
    public string? LocatorOf(Citation citation) => _locators.GetValueOrDefault(citation.PassageId);

    private string Locate(string key, string passageId, int? page)
    {
        if (!_locators.TryGetValue(passageId, out string? locator))
        {
            int count = _counts[key] = _counts.GetValueOrDefault(key) + 1;
            locator = page is { } number ? string.Create(CultureInfo.InvariantCulture, $"p. {number}") : string.Create(CultureInfo.InvariantCulture, $"para. {count}");
            _locators.Add(passageId, locator);
        }

        return locator;
    }

    private static int? PageOf(Citation citation) =>
        citation.Locator is ['p', '.', ' ', .. var page] && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static int Words(string text) => Text.Words.Count(text);
}
