namespace ThesisApp.Core.Planning;

/// <summary>What models are asked for; each may have a model of its own.</summary>
public static class ModelStages
{
    /// <summary>Making the outline.</summary>
    public const string Outline = "outline";

    /// <summary>Establishing an artifact.</summary>
    public const string Establish = "establish";

    /// <summary>Says what to look up for a section.</summary>
    public const string Research = "research";

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

    /// <summary>Reading the whole for what does not agree.</summary>
    public const string Consistency = "consistency";

    /// <summary>Making embeddings of passages and of what is looked for. It asks no chat model, and so is none of <see cref="All"/>.</summary>
    public const string Embed = "embed";

    /// <summary>All stages of chat models.</summary>
    public static IReadOnlyList<string> All { get; } = [Outline, Establish, Research, Draft, Review, Revise, Frame, Abstract, Consistency];
}
