namespace ThesisApp.Core.Drafts;

/// <summary>The works from which a research question is answered.</summary>
/// <param name="Question">Its place among the questions, from 0.</param>
/// <param name="Keys">The keys of the works, each once, in ordinal order.</param>
public sealed record QuestionEvidence(int Question, IReadOnlyList<string> Keys);
