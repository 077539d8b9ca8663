namespace ThesisApp.Documents.Tests.Checking;

/// <summary>A defect that is planted in the clean thesis.</summary>
/// <param name="Id">The check that must find it.</param>
/// <param name="Edits">What is replaced by what; an empty text to find means the file's end.</param>
internal sealed record Defect(string Id, params (string Find, string Replace)[] Edits)
{
    /// <summary>Other checks that cannot but find something, too.</summary>
    public string[] Consequences { get; init; } = [];

    /// <summary>True if it is one of those that are planted all at once.</summary>
    public bool IsAmongThe25 { get; init; }

    public override string ToString() => Id;
}
