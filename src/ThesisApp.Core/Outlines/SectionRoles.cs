namespace ThesisApp.Core.Outlines;

/// <summary>Kinds of section; the writer fits selection and transitions to them.</summary>
public static class SectionRoles
{
    /// <summary>Sets the scene, asks the questions.</summary>
    public const string Introduction = "introduction";

    /// <summary>Reports what others have found.</summary>
    public const string Literature = "literature";

    /// <summary>Concepts and propositions.</summary>
    public const string Framework = "framework";

    /// <summary>How the study was done.</summary>
    public const string Methodology = "methodology";

    /// <summary>The case itself.</summary>
    public const string Case = "case";

    /// <summary>What was found.</summary>
    public const string Results = "results";

    /// <summary>What the findings mean beside the literature.</summary>
    public const string Discussion = "discussion";

    /// <summary>Answers, limits, outlook.</summary>
    public const string Conclusion = "conclusion";

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } = [Introduction, Literature, Framework, Methodology, Case, Results, Discussion, Conclusion];
}
