namespace ThesisApp.Core.Specification;

/// <summary>Collects the mistakes of one file.</summary>
internal sealed class SpecProblems(string fileName)
{
    // A file of garbage must not give a megabyte of messages.
    private const int Limit = 100;

    private readonly List<SpecDiagnostic> _diagnostics = [];

    public int Count => _diagnostics.Count;

    /// <summary>True when more would not be kept, so that nothing dear need be done for it.</summary>
    public bool IsFull => _diagnostics.Count >= Limit;

    public void Add(int line, int column, string message, string remedy)
    {
        if (_diagnostics.Count < Limit)
        {
            _diagnostics.Add(new SpecDiagnostic(fileName, line, column, message, remedy));
        }
    }

    public IReadOnlyList<SpecDiagnostic> InOrder() => [.. _diagnostics.OrderBy(diagnostic => diagnostic.Line).ThenBy(diagnostic => diagnostic.Column)];
}
