namespace ThesisApp.Core.Planning;

/// <summary>What models are asked for; each may have a model of its own.</summary>
public static class ModelStages
{
    /// <summary>Establishing an artifact.</summary>
    public const string Establish = "establish";

    /// <summary>Drafting a section.</summary>
    public const string Draft = "draft";

    /// <summary>Judging a draft.</summary>
    public const string Review = "review";

    /// <summary>Writing a draft anew, for reasons given.</summary>
    public const string Revise = "revise";

    /// <summary>Framing a chapter.</summary>
    public const string Frame = "frame";

    /// <summary>Writing the abstract.</summary>
    public const string Abstract = "abstract";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Establish, Draft, Review, Revise, Frame, Abstract];
}
