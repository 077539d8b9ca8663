using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Core.Planning;

/// <summary>Estimates a run from its outline: how many calls its graph makes, how long their prompts and answers are.</summary>
public static class RunEstimator
{
    // What a prompt says besides passages and drafts, in tokens; and how many of the texts are written anew, about once.
    private const int Frame = 750;
    private const double Revised = 0.6;

    // As the writers choose: see SectionTask of the project Writing.
    private const int FewestWords = 2_500;
    private const int WordsOfWord = 5;

    private const int VerdictTokens = 90;
    private const int ArtifactTokens = 225;
    private const int OpeningTokens = 110;
    private const int TransitionTokens = 30;
    private const int AbstractTokens = 420;
    private const int FindingTokens = 270;
    private const int HeadingTokens = 1_000;
    private const int BriefTokens = 80;
    private const int QueryTokens = 80;

    /// <summary>Estimates.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="sourceWords">Words of all sources.</param>
    public static RunEstimate Estimate(ThesisSpec spec, long sourceWords)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Outline outline = OutlineBuilder.Build(spec);
        OutlineSection[] sections = [.. outline.Sections];
        Tally draft = new(ModelStages.Draft);
        Tally revise = new(ModelStages.Revise);
        Tally review = new(ModelStages.Review);
        foreach (OutlineSection section in sections)
        {
            // Each passage belongs to one section, by and large in proportion to their lengths.
            double share = sourceWords * (section.Words / (double)Math.Max(1, sections.Sum(other => other.Words)));
            double passages = Tokens(Math.Min(Math.Max(FewestWords, section.Words * WordsOfWord), share));
            double text = Tokens(section.Words);
            draft.Add(1, Frame + passages, text);
            revise.Add(Revised, Frame + passages + text, text);
            review.Add(1, Frame + text, VerdictTokens);
        }

        Tally establish = new(ModelStages.Establish);
        int artifacts = outline.Artifacts.Count(artifact => artifact.Name != "objectives");
        establish.Add(artifacts, Frame + Tokens(Math.Min(sourceWords, FewestWords)), ArtifactTokens);
        Tally plan = new(ModelStages.Outline);
        plan.Add(spec.OutlineBy is null ? 0 : 1, Frame + HeadingTokens, sections.Length * BriefTokens);
        Tally research = new(ModelStages.Research);
        research.Add(spec.ResearchBy is null ? 0 : sections.Length, Frame + HeadingTokens, QueryTokens);
        Tally frame = new(ModelStages.Frame);
        foreach (OutlineChapter chapter in outline.Chapters)
        {
            frame.Add(1, Frame + Tokens(chapter.Sections.Sum(section => section.Words)), OpeningTokens + (TransitionTokens * Math.Max(0, chapter.Sections.Count - 1)));
        }

        Tally summary = new(ModelStages.Abstract);
        summary.Add(1, Frame + (sections.Length * VerdictTokens), AbstractTokens);

        Tally whole = new(ModelStages.Consistency);
        whole.Add(1, Frame + Tokens(sections.Sum(section => section.Words)), FindingTokens);

        IReadOnlyList<TaskDefinition> tasks = RunPlanner.Expand(outline, readsTheWhole: true, researches: spec.ResearchBy is not null, revises: true);
        return new RunEstimate(
            [.. new[] { plan, establish, research, draft, revise, review, frame, summary, whole }.Select(tally => tally.Sum())],
            tasks.Max(task => task.Priority),
            tasks.Sum(task => task.Cost));
    }

    private static double Tokens(double words) => words * TaskCosts.TokensOfWord;

    private sealed class Tally(string stage)
    {
        private double _calls;
        private double _input;
        private double _output;

        public void Add(double calls, double input, double output)
        {
            _calls += calls;
            _input += calls * input;
            _output += calls * output;
        }

        public StageEstimate Sum() => new(stage, Math.Round(_calls, 1), (long)_input, (long)_output);
    }
}
