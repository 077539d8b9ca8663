using ThesisApp.Core.Specification;

namespace ThesisApp.Core.Tests.Support;

/// <summary>Specifications as text.</summary>
internal static class SpecText
{
    /// <summary>Six lines that are valid; what is added starts on line 7.</summary>
    public const string Valid = """
        title: How Storage Evolved
        topic: Storage formats
        researchQuestions:
          - How did it change?
        sources:
          - sources/*.md

        """;

    public const int Next = 7;

    public static SpecReadResult Read(string yaml) => SpecReader.Read(yaml, "thesis.yaml");

    public static ThesisSpec ReadValid(string more)
    {
        SpecReadResult read = Read(Valid + more);
        Assert.Empty(read.Diagnostics);
        return read.Spec!;
    }

    public static SpecDiagnostic Single(string yaml)
    {
        SpecReadResult read = Read(yaml);
        Assert.Null(read.Spec);
        return Assert.Single(read.Diagnostics);
    }
}
