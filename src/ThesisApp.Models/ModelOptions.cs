using ThesisApp.Core.Planning;

namespace ThesisApp.Models;

/// <summary>How models are called. Where they are is said by connection strings.</summary>
public sealed class ModelOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Models";

    /// <summary>How long the first token of an answer may take. The default value is 2 minutes.</summary>
    public TimeSpan FirstTokenTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long each further token may take. The default value is 30 seconds.</summary>
    public TimeSpan TokenTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a whole answer may take. The default value is 15 minutes.</summary>
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long embeddings of one batch may take. The default value is 1 minute.</summary>
    public TimeSpan EmbeddingTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Most texts whose embeddings are asked for in one call. The default value is 64.</summary>
    public int EmbeddingBatch { get; set; } = 64;

    /// <summary>How often a call is made before the task fails, which is tried again later. The default value is 8.</summary>
    public int MaxAttempts { get; set; } = 8;

    /// <summary>Pause before the second attempt; it doubles with each further one, with jitter. The default value is 1 second.</summary>
    public TimeSpan RetryBaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause between attempts. The default value is 1 minute.</summary>
    public TimeSpan RetryMaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Requests a minute that all agents together may send to an endpoint; 0 for any number. The default value is 0.</summary>
    public int RequestsPerMinute { get; set; }

    /// <summary>Tokens a minute, prompts and answers together; 0 for any number. The default value is 0.</summary>
    public int TokensPerMinute { get; set; }

    /// <summary>How much of these limits may be used at once, as a time. The default value is 10 seconds.</summary>
    public TimeSpan Burst { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Most tokens of an answer. One that is cut off is asked for once more with twice as many. The default value is 4096.</summary>
    public int MaxOutputTokens { get; set; } = 4_096;

    /// <summary>
    /// Whether an answer is kept and taken again for the very same question, so that a crash costs no token twice. Without it each question is asked anew, such as where a model's variety is wanted or its
    /// speed is measured. The default value is true.
    /// </summary>
    public bool CacheAnswers { get; set; } = true;

    /// <summary>Rounds of revision that a section may take before what still does not hold is marked. The default value is 3.</summary>
    public int RevisionRounds { get; set; } = 3;

    /// <summary>Models of single stages (<see cref="ModelStages"/>), where they differ from the connection string <c>chat</c>.</summary>
    public IDictionary<string, StageModelOptions> Stages { get; } = new Dictionary<string, StageModelOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What tokens cost.</summary>
    public IList<ModelPriceOptions> Prices { get; } = [];
}
