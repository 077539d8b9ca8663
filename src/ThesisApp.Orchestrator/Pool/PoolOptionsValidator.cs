using Microsoft.Extensions.Options;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Refuses a pool that cannot be.</summary>
internal sealed class PoolOptionsValidator : IValidateOptions<PoolOptions>
{
    public ValidateOptionsResult Validate(string? name, PoolOptions options) =>
        options.Min > options.Max
            ? ValidateOptionsResult.Fail($"{PoolOptions.SectionName}:Min is {options.Min}, more than {PoolOptions.SectionName}:Max, {options.Max}.")
            : options.FirstPause > options.LongestPause
                ? ValidateOptionsResult.Fail($"{PoolOptions.SectionName}:FirstPause is {options.FirstPause}, longer than {PoolOptions.SectionName}:LongestPause, {options.LongestPause}.")
                : ValidateOptionsResult.Success;
}
