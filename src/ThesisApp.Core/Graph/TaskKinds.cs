namespace ThesisApp.Core.Graph;

/// <summary>Kinds of task, in the order in which a run goes through them.</summary>
public static class TaskKinds
{
    /// <summary>Reads one source into passages.</summary>
    public const string Ingest = "ingest";

    /// <summary>Makes the outline before the plan goes on, where a user is to approve it or a model makes it.</summary>
    public const string Outline = "outline";

    /// <summary>Makes the outline, allots passages to sections and extends the graph with all that follows.</summary>
    public const string Plan = "plan";

    /// <summary>Establishes an artifact that no section gives.</summary>
    public const string Establish = "establish";

    /// <summary>Looks up for one section what a model says should be; only where the specification asks for it and a chat model writes.</summary>
    public const string Research = "research";

    /// <summary>Writes one section.</summary>
    public const string Draft = "draft";

    /// <summary>Checks a draft against its passages; the gate before anything reads it. Where a chat model writes it gives a verdict, and <see cref="Revise"/> is the gate.</summary>
    public const string Review = "review";

    /// <summary>Has a draft written anew for what its review has found, until it holds or the rounds are over; only where a chat model writes.</summary>
    public const string Revise = "revise";

    /// <summary>Frames one chapter: its opening and its summary.</summary>
    public const string Chapter = "chapter";

    /// <summary>Puts one chapter's text where others read it; only in runs whose chapters have sandboxes of their own.</summary>
    public const string Publish = "publish";

    /// <summary>Writes the abstract.</summary>
    public const string FrontMatter = "frontmatter";

    /// <summary>Reads the whole for what does not agree: terms, notation, numbers, questions, repetition. Only where a chat model writes.</summary>
    public const string Consistency = "consistency";

    /// <summary>Puts the document together: numbers, cross-references, bibliography.</summary>
    public const string Assemble = "assemble";

    /// <summary>Runs the document-level checks.</summary>
    public const string Check = "check";

    /// <summary>Renders one output format.</summary>
    public const string Export = "export";
}
