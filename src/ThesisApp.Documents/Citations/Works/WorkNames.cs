using ThesisApp.Documents.Bibliographies;

namespace ThesisApp.Documents.Citations.Works;

/// <summary>The people and groups in one role.</summary>
/// <param name="Names">Names in order.</param>
/// <param name="AndOthers">True if there are more that the bibliography does not name.</param>
internal sealed record WorkNames(IReadOnlyList<PersonName> Names, bool AndOthers)
{
    public static WorkNames None { get; } = new([], AndOthers: false);

    public int Count => Names.Count;

    public bool IsPlural => Names.Count > 1 || AndOthers;

    public static WorkNames Read(string? names)
    {
        if (names is null)
        {
            return None;
        }

        IReadOnlyList<PersonName> parsed = NameParser.Parse(names, out bool andOthers);
        return parsed.Count == 0 ? None : new WorkNames(parsed, andOthers);
    }
}
