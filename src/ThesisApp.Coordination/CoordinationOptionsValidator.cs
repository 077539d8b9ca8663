using Microsoft.Extensions.Options;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination;

/// <summary>Refuses timings with which the board cannot work, at start and by name.</summary>
internal sealed class CoordinationOptionsValidator : IValidateOptions<CoordinationOptions>
{
    public ValidateOptionsResult Validate(string? name, CoordinationOptions options)
    {
        List<string> problems = [];
        Require(nameof(options.LeaseDuration), options.LeaseDuration, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
        Require(nameof(options.PollInterval), options.PollInterval, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(10));
        Require(nameof(options.TurnLength), options.TurnLength, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Require(nameof(options.RetryBaseDelay), options.RetryBaseDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(10));
        Require(nameof(options.RetryMaxDelay), options.RetryMaxDelay, options.RetryBaseDelay, TimeSpan.FromDays(1));
        Require(nameof(options.DeliveryTimeout), options.DeliveryTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        Require(nameof(options.CacheRetention), options.CacheRetention, TimeSpan.Zero, TimeSpan.FromDays(3_650));
        Require(nameof(options.AgentRetention), options.AgentRetention, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        if (options.IsBound && !RunName.IsOne(options.OnlyRun))
        {
            problems.Add($"{CoordinationOptions.SectionName}:{nameof(options.OnlyRun)} is no id of a run: 1 to 64 letters, digits and hyphens.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Require(string option, TimeSpan value, TimeSpan least, TimeSpan most)
        {
            if (value < least || value > most)
            {
                problems.Add($"{CoordinationOptions.SectionName}:{option} is {value}; it must be between {least} and {most}.");
            }
        }
    }
}
