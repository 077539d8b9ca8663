using ThesisApp.Core.Planning;
using ThesisApp.Core.Specification;
using ThesisApp.Core.Tests.Support;

namespace ThesisApp.Core.Tests.Planning;

public sealed class RunEstimatorTests
{
    private static readonly ThesisSpec Spec = SpecText.ReadValid("words: 9000");

    [Fact]
    public void A_call_is_expected_for_each_task_that_asks_a_model()
    {
        RunEstimate estimate = RunEstimator.Estimate(Spec, 10_000);

        Assert.Equal(ModelStages.All.Order(), estimate.Stages.Select(stage => stage.Stage).Order());
        StageEstimate drafts = estimate.Stages.Single(stage => stage.Stage == ModelStages.Draft);
        Assert.Equal(estimate.Stages.Single(stage => stage.Stage == ModelStages.Review).Calls, drafts.Calls);
        Assert.InRange(drafts.OutputTokens, (long)(9_000 * 1.35 * 0.99), (long)(9_000 * 1.35 * 1.01));
        Assert.Equal(estimate.Stages.Sum(stage => stage.InputTokens), estimate.InputTokens);
    }

    [Fact]
    public void More_sources_make_longer_prompts_until_a_prompt_is_full()
    {
        long few = RunEstimator.Estimate(Spec, 1_000).InputTokens;
        long more = RunEstimator.Estimate(Spec, 50_000).InputTokens;
        long full = RunEstimator.Estimate(Spec, 5_000_000).InputTokens;

        Assert.True(few < more && more < full);
        Assert.Equal(full, RunEstimator.Estimate(Spec, 50_000_000).InputTokens);
    }

    [Fact]
    public void More_agents_are_faster_until_the_longest_path_is_left()
    {
        RunEstimate estimate = RunEstimator.Estimate(Spec, 10_000);

        Assert.Equal(estimate.TimeWith(1) / 2, estimate.TimeWith(2));
        Assert.Equal(estimate.TimeWith(1_000), estimate.TimeWith(10_000));
        Assert.True(estimate.TimeWith(1_000) < estimate.TimeWith(2));
    }
}
