using ThesisApp.Documents.Bibliographies;
using ThesisApp.Documents.Citations.Works;

namespace ThesisApp.Documents.Citations.Styles;

/// <summary>What tells a work apart from the others that are cited.</summary>
internal sealed class Distinction
{
    public Distinction(CitedWork work, bool sortsByFamily)
    {
        Work = work;
        SortName = work.Authors.Count == 0
            ? work.SortTitle
            : string.Join(", ", work.Authors.Names.Select(author => author.IsOrganisation ? CitedWork.WithoutArticle(author.Family) : $"{(sortsByFamily ? author.Family : author.FullFamily)} {author.Initials} {author.Suffix}".Trim()));
    }

    public CitedWork Work { get; }

    /// <summary>What the work is listed under; an article at the start of a title or of a group's name does not count.</summary>
    public string SortName { get; }

    /// <summary>Authors named before 'et al.'</summary>
    public int Named { get; set; } = 1;

    /// <summary>True if the first author's family name alone could be another's.</summary>
    public bool NeedsInitials { get; set; }

    /// <summary>The letter behind the year, or empty.</summary>
    public string Letter { get; set; } = string.Empty;

    /// <summary>The family names, the first with initials where it needs them.</summary>
    public IEnumerable<string> Surnames(int count) => Work.Authors.Names.Take(count).Select((author, i) => i == 0 && NeedsInitials ? $"{author.Initials} {author.FullFamily}" : author.FullFamily);

    /// <summary>a, b, ... z, aa, ab, ...</summary>
    public static string LetterOf(int index) =>
        index < 26 ? ((char)('a' + index)).ToString() : LetterOf((index / 26) - 1) + (char)('a' + (index % 26));

    /// <summary>Compares as the list orders: by name, date and title, accents and punctuation aside.</summary>
    public static IOrderedEnumerable<Distinction> InOrder(IEnumerable<Distinction> works) => works
        .OrderBy(work => Sortable(work.SortName), StringComparer.OrdinalIgnoreCase)
        .ThenBy(work => work.Work.Date.IsKnown)
        .ThenBy(work => work.Work.Date.Year, StringComparer.Ordinal)
        .ThenBy(work => work.Work.Date.Rank)
        .ThenBy(work => Sortable(work.Work.SortTitle), StringComparer.OrdinalIgnoreCase)
        .ThenBy(work => work.Work.Key, StringComparer.Ordinal);

    private static string Sortable(string text) => Accents.Strip(text)
        .Replace("’", string.Empty, StringComparison.Ordinal)
        .Replace("'", string.Empty, StringComparison.Ordinal)
        .Replace("ß", "ss", StringComparison.Ordinal)
        .Replace('Ø', 'O').Replace('ø', 'o').Replace('Ł', 'L').Replace('ł', 'l');
}
