using Microsoft.Extensions.Options;
using ThesisApp.Core.Planning;

namespace ThesisApp.Models;

/// <summary>Refuses settings with which no model can be called, at start and by name.</summary>
internal sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        List<string> problems = [];
        RequireTime(nameof(options.FirstTokenTimeout), options.FirstTokenTimeout);
        RequireTime(nameof(options.TokenTimeout), options.TokenTimeout);
        RequireTime(nameof(options.AnswerTimeout), options.AnswerTimeout);
        RequireTime(nameof(options.EmbeddingTimeout), options.EmbeddingTimeout);
        RequireTime(nameof(options.RetryBaseDelay), options.RetryBaseDelay);
        RequireTime(nameof(options.RetryMaxDelay), options.RetryMaxDelay);
        RequireTime(nameof(options.Burst), options.Burst);
        Require(nameof(options.MaxAttempts), options.MaxAttempts, 1, 100);
        Require(nameof(options.EmbeddingBatch), options.EmbeddingBatch, 1, 2_048);
        Require(nameof(options.RequestsPerMinute), options.RequestsPerMinute, 0, 10_000_000);
        Require(nameof(options.TokensPerMinute), options.TokensPerMinute, 0, 2_000_000_000);
        Require(nameof(options.MaxOutputTokens), options.MaxOutputTokens, 100, 1_000_000);
        Require(nameof(options.RevisionRounds), options.RevisionRounds, 0, 10);
        problems.AddRange(options.Stages.Keys
            .Where(stage => !ModelStages.All.Contains(stage, StringComparer.OrdinalIgnoreCase))
            .Select(stage => $"{ModelOptions.SectionName}:Stages has '{stage}'; there are {string.Join(", ", ModelStages.All)}."));
        problems.AddRange(options.Prices
            .Where(price => price.Model.Length == 0 || price.Input < 0 || price.Output < 0)
            .Select(price => $"{ModelOptions.SectionName}:Prices has a line for '{price.Model}' without a model or with a negative price."));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void RequireTime(string option, TimeSpan value)
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1))
            {
                problems.Add($"{ModelOptions.SectionName}:{option} is {value}; it must be more than zero and at most a day.");
            }
        }

        void Require(string option, int value, int least, int most)
        {
            if (value < least || value > most)
            {
                problems.Add($"{ModelOptions.SectionName}:{option} is {value}; it must be between {least} and {most}.");
            }
        }
    }
}
