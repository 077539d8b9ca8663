namespace ThesisApp.Core;

/// <summary>Names on a run's blackboard: what tasks publish and others read.</summary>
public static class ArtifactNames
{
    /// <summary>The outline (<see cref="Outlines.Outline"/>).</summary>
    public const string Outline = "outline";

    /// <summary>What a reader of the report must know of how the outline came to be (list of texts); missing where there is nothing.</summary>
    public const string OutlineNotes = "outline/notes";

    /// <summary>There where a user has approved another outline than the one that was made (list of texts); written by users alone.</summary>
    public const string OutlineEdited = "outline/edited";

    /// <summary>What a reading of the whole has found (<see cref="Consistency.ConsistencyReport"/>), where a chat model writes.</summary>
    public const string Consistency = "consistency";

    /// <summary>Abbreviations that all sections use alike (list of <see cref="Drafts.SharedAbbreviation"/>), where a chat model writes.</summary>
    public const string Abbreviations = "abbreviations";

    /// <summary>The kinds of the tasks that each section goes through (list of texts); missing where its review is the last of them.</summary>
    public const string SectionStages = "stages";

    /// <summary>The works that may be cited (<see cref="Sources.Bibliography"/>).</summary>
    public const string Bibliography = "bibliography";

    /// <summary>Abstract, keywords and statement (<see cref="Drafts.FrontMatter"/>).</summary>
    public const string FrontMatter = "frontmatter";

    /// <summary>Who wrote the abstract (<see cref="Drafts.Maker"/>).</summary>
    public const string AbstractWriter = "frontmatter/writer";

    /// <summary>Everything that the document is put together from (<see cref="Drafts.Manuscript"/>).</summary>
    public const string Manuscript = "manuscript";

    /// <summary>The tasks' part of the report (<see cref="Checks.DocumentReport"/>).</summary>
    public const string Report = "report";

    /// <summary>What the names of documents start with: the rest is the path in the output folder.</summary>
    public const string DocumentPrefix = "document/";

    /// <summary>A source, read (<see cref="Sources.SourceDocument"/>).</summary>
    public static string Source(string fileName) => $"source/{fileName}";

    /// <summary>The embeddings of a source's passages (<see cref="Sources.SourceEmbeddings"/>), where a model of embeddings is configured.</summary>
    public static string Embeddings(string fileName) => $"embeddings/{fileName}";

    /// <summary>The passages on an artifact that a task establishes, as the plan has found them by their embeddings and words (list of <see cref="Sources.Passage"/>).</summary>
    public static string Retrieved(string artifact) => $"retrieved/{artifact}";

    /// <summary>The passages of a section (<see cref="Drafts.SectionAllotment"/>).</summary>
    public static string Allotment(string sectionId) => $"allotment/{sectionId}";

    /// <summary>What was looked up for a section (<see cref="Drafts.SectionResearch"/>), where a model said what.</summary>
    public static string Research(string sectionId) => $"research/{sectionId}";

    /// <summary>An artifact of the outline (<see cref="Drafts.Artifact"/>).</summary>
    public static string Artifact(string name) => $"artifact/{name}";

    /// <summary>An artifact as a draft proposes it, before the review has confirmed it.</summary>
    public static string Proposal(string name) => $"proposal/{name}";

    /// <summary>A section as drafted.</summary>
    public static string Draft(string sectionId) => $"draft/{sectionId}";

    /// <summary>What is to be changed in a draft (<see cref="Drafts.SectionVerdict"/>), where revising is a task of its own.</summary>
    public static string Verdict(string sectionId) => $"verdict/{sectionId}";

    /// <summary>A section after its review, revised (<see cref="Drafts.SectionReview"/>).</summary>
    public static string Review(string sectionId) => $"review/{sectionId}";

    /// <summary>What users have done to a section (<see cref="Revisions.UserSection"/>); written by users alone.</summary>
    public static string User(string sectionId) => $"user/{sectionId}";

    /// <summary>Who drafted a section (<see cref="Drafts.Maker"/>).</summary>
    public static string Drafter(string sectionId) => $"drafter/{sectionId}";

    /// <summary>Who reviewed it (<see cref="Drafts.Maker"/>).</summary>
    public static string Reviewer(string sectionId) => $"reviewer/{sectionId}";

    /// <summary>Who revised it, where it had to be (<see cref="Drafts.Maker"/>).</summary>
    public static string Reviser(string sectionId) => $"reviser/{sectionId}";

    /// <summary>Who framed a chapter (<see cref="Drafts.Maker"/>).</summary>
    public static string Framer(string chapterId) => $"framer/{chapterId}";

    /// <summary>What became of the comments on a section (list of <see cref="Revisions.CommentOutcome"/>).</summary>
    public static string Comments(string sectionId) => $"comments/{sectionId}";

    /// <summary>A chapter's frame (<see cref="Drafts.ChapterFrame"/>).</summary>
    public static string Frame(string chapterId) => $"frame/{chapterId}";

    /// <summary>A file of the output folder, as bytes.</summary>
    public static string Document(string path) => DocumentPrefix + path;
}
