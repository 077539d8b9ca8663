using System.Globalization;

namespace ThesisApp.Core.Sources;

/// <summary>Names the places of all sources for a person who cites them: by page, or by number where a source has no pages.</summary>
public sealed class PassageLocators
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<(Passage Passage, string Locator)> _places = [];

    /// <summary>Names the places.</summary>
    /// <param name="sources">All sources; the order in which they are given does not matter.</param>
    public PassageLocators(IEnumerable<SourceDocument> sources)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (Passage passage in sources.OrderBy(source => source.FileName, StringComparer.Ordinal).SelectMany(source => source.Passages))
        {
            int count = counts[passage.SourceId] = counts.GetValueOrDefault(passage.SourceId) + 1;
            string locator = passage.Page is { } page
                ? string.Create(CultureInfo.InvariantCulture, $"p. {page}")
                : string.Create(CultureInfo.InvariantCulture, $"para. {count}");
            _names.TryAdd(passage.Id, locator);
            _places.Add((passage, locator));
        }
    }

    /// <summary>Every passage with its place, in the order of the sources.</summary>
    public IReadOnlyList<(Passage Passage, string Locator)> Places => _places;

    /// <summary>The place of a passage, or null if there is none of that id.</summary>
    public string? Find(string passageId) => _names.GetValueOrDefault(passageId);
}
