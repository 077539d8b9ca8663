using Microsoft.Extensions.Options;

namespace ThesisApp.Agent.Work;

/// <summary>Refuses settings with which an agent cannot work, at start and by name.</summary>
internal sealed class AgentOptionsValidator : IValidateOptions<AgentOptions>
{
    private const int MaxIdLength = 200;

    public ValidateOptionsResult Validate(string? name, AgentOptions options)
    {
        List<string> problems = [];
        if (options.Id.Length is 0 or > MaxIdLength || options.Id.Any(char.IsControl))
        {
            problems.Add($"{AgentOptions.SectionName}:Id must have 1 to {MaxIdLength} characters, none of them a control character.");
        }

        RequirePositive(nameof(options.HeartbeatInterval), options.HeartbeatInterval);
        RequirePositive(nameof(options.PresenceInterval), options.PresenceInterval);
        RequirePositive(nameof(options.ReleaseTimeout), options.ReleaseTimeout);
        RequirePositive(nameof(options.ChapterPatience), options.ChapterPatience);
        if (options.Run.Length == 0 && options.Chapter.Length > 0)
        {
            problems.Add($"{AgentOptions.SectionName}:Chapter names a chapter of a run: set {AgentOptions.SectionName}:Run as well.");
        }

        if (options.Pace < TimeSpan.Zero || options.Pace > TimeSpan.FromHours(1))
        {
            problems.Add($"{AgentOptions.SectionName}:Pace is {options.Pace}; it must be between zero and an hour.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void RequirePositive(string option, TimeSpan value)
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromMinutes(10))
            {
                problems.Add($"{AgentOptions.SectionName}:{option} is {value}; it must be more than zero and at most 10 minutes.");
            }
        }
    }
}
