using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Bibliographies;

/// <summary>Finds the work that a source file belongs to.</summary>
public static class SourceMatcher
{
    /// <summary>The key that is the file's name without extension, or whose <c>file</c> field names it; null if there is none.</summary>
    public static string? FindKey(string fileName, Bibliography bibliography)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        ArgumentNullException.ThrowIfNull(bibliography);
        string stem = Path.GetFileNameWithoutExtension(fileName);
        string name = Path.GetFileName(fileName);
        return (bibliography.Find(stem)
            ?? bibliography.Entries.FirstOrDefault(entry => string.Equals(entry.Key, stem, StringComparison.OrdinalIgnoreCase))
            ?? bibliography.Entries.FirstOrDefault(entry => Names(entry, name)))?.Key;
    }

    // JabRef writes ':path:type', Zotero 'title:path:type', several of them parted by semicolons.
    private static bool Names(BibliographyEntry entry, string name) =>
        entry["file"] is { } field && field.Split(';', ':').Any(part => string.Equals(Path.GetFileName(part.Trim()), name, StringComparison.OrdinalIgnoreCase));
}
