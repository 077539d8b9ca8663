using ThesisApp.Core.Specification;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Allotment;

/// <summary>The case's names: what its description writes with a capital. A work that never names the case says nothing of it.</summary>
internal sealed class CaseNames(ThesisSpec spec)
{
    // Of all works.
    private const double FewestNaming = 1.0 / 3;

    private readonly HashSet<string> _stems = Words.Of(spec.CaseStudy ?? string.Empty)
        .Where(word => char.IsUpper(word[0]) && !StopWords.Contains(word))
        .Select(Words.Stem)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>How often a text names the case.</summary>
    public int CountIn(string text) => Words.Of(text).Count(word => char.IsUpper(word[0]) && _stems.Contains(Words.Stem(word)));

    /// <summary>The works that name the case anywhere; all of them where few do, since then the names tell nothing apart.</summary>
    /// <param name="texts">The texts of each work.</param>
    public IReadOnlySet<string> WorksIn(IEnumerable<(string Work, string Text)> texts)
    {
        (string Work, string Text)[] all = [.. texts];
        HashSet<string> works = all.Select(entry => entry.Work).ToHashSet(StringComparer.Ordinal);
        HashSet<string> naming = all.Where(entry => CountIn(entry.Text) > 0).Select(entry => entry.Work).ToHashSet(StringComparer.Ordinal);
        return naming.Count >= works.Count * FewestNaming ? naming : works;
    }
}
