using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Bibliographies;

/// <summary>Makes sure that every source can be cited.</summary>
public static class BibliographyBuilder
{
    /// <summary>Adds an honest entry for each source that has none.</summary>
    public static Bibliography Complete(Bibliography bibliography, IReadOnlyList<SourceDocument> sources)
    {
        ArgumentNullException.ThrowIfNull(bibliography);
        ArgumentNullException.ThrowIfNull(sources);
        HashSet<string> keys = bibliography.Entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        IEnumerable<BibliographyEntry> added = sources
            .Where(source => keys.Add(source.Id))
            .Select(source => new BibliographyEntry(source.Id, "misc", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["title"] = source.Title,
                ["note"] = $"Source supplied by the author: {Path.GetFileName(source.FileName)}",
            }));
        return bibliography with { Entries = [.. bibliography.Entries, .. added] };
    }
}
