using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ThesisApp.Orchestrator.Pool;

namespace ThesisApp.Orchestrator.Tests.Pool;

public sealed class PoolOptionsValidatorTests
{
    private static readonly string Steward = $"redis:6379,user=steward,password={new string('p', 64)}";

    [Fact]
    public void Runs_are_kept_apart_where_somebody_may_make_users() => Assert.True(Validate(new PoolOptions { KeepRunsApart = true }, Steward).Succeeded);

    [Fact]
    public void Who_does_not_keep_runs_apart_needs_nobody_for_it() => Assert.True(Validate(new PoolOptions { Min = 1 }, steward: null).Succeeded);

    [Theory]
    [InlineData(null)]
    [InlineData("redis:6379,user=steward,password=guessable")]
    public void Runs_are_not_kept_apart_without_a_user_with_a_secret(string? steward)
    {
        ValidateOptionsResult result = Validate(new PoolOptions { KeepRunsApart = true }, steward);

        Assert.Contains("Pool:KeepRunsApart takes ConnectionStrings:redisUsers", result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("guessable", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Sandboxes_that_are_kept_without_work_have_no_run() =>
        Assert.Contains("leave Pool:Min out", Validate(new PoolOptions { KeepRunsApart = true, Min = 1 }, Steward).FailureMessage, StringComparison.Ordinal);

    private static ValidateOptionsResult Validate(PoolOptions options, string? steward) =>
        new PoolOptionsValidator(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:redisUsers"] = steward }).Build()).Validate(null, options);
}
