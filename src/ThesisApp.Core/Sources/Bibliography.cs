namespace ThesisApp.Core.Sources;

/// <summary>The works that may be cited.</summary>
/// <param name="Entries">Entries in the order of the file, then those made up for sources without one.</param>
/// <param name="Warnings">Entries that could not be read, and why.</param>
public sealed record Bibliography(IReadOnlyList<BibliographyEntry> Entries, IReadOnlyList<string> Warnings)
{
    /// <summary>The entry with a key (case-sensitive), or null.</summary>
    public BibliographyEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);
}
