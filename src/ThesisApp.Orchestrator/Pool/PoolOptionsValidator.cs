using Microsoft.Extensions.Options;
using ThesisApp.Contracts;
using ThesisApp.Coordination.RunUsers;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Refuses a pool that cannot be.</summary>
internal sealed class PoolOptionsValidator(IConfiguration configuration) : IValidateOptions<PoolOptions>
{
    public ValidateOptionsResult Validate(string? name, PoolOptions options)
    {
        if (options.Min > options.Max)
        {
            return ValidateOptionsResult.Fail($"{PoolOptions.SectionName}:Min is {options.Min}, more than {PoolOptions.SectionName}:Max, {options.Max}.");
        }

        if (options.FirstPause > options.LongestPause)
        {
            return ValidateOptionsResult.Fail($"{PoolOptions.SectionName}:FirstPause is {options.FirstPause}, longer than {PoolOptions.SectionName}:LongestPause, {options.LongestPause}.");
        }

        if (options.Interval >= options.Term)
        {
            return ValidateOptionsResult.Fail($"{PoolOptions.SectionName}:Interval is {options.Interval}, not shorter than {PoolOptions.SectionName}:Term, {options.Term}: the term would be over before the next look.");
        }

        return options.KeepRunsApart && ProblemOfApart(options) is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
    }

    private string? ProblemOfApart(PoolOptions options) =>
        options.Min > 0
            ? $"{PoolOptions.SectionName}:Min is {options.Min}, but with {PoolOptions.SectionName}:KeepRunsApart each sandbox is a run's, and without a run there is none: leave {PoolOptions.SectionName}:Min out."
            : RunUsersExtensions.ProblemOf(configuration.GetConnectionString(ResourceNames.UsersRedis)) is { } problem
                ? $"{PoolOptions.SectionName}:KeepRunsApart takes ConnectionStrings:{ResourceNames.UsersRedis}, which {problem}."
                : null;
}
