using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ThesisApp.Core.Graph;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>How long a model would take for a task. Drawn from the task's id and a seed alone: each run, by any number of agents, sees the same times.</summary>
/// <param name="seed">Another seed gives other times.</param>
internal sealed class ModelTime(int seed)
{
    /// <summary>What is assumed, in words.</summary>
    public const string Assumptions =
        "to the first token 0.8 s (log-normal, sigma 0.4), then 45 tokens a second (sigma 0.15), 1.35 tokens a word; a draft is its section's words, an artifact 150 to 300 tokens, "
        + "a review a verdict of 250 to 400 and, for a quarter of the sections, a second call that writes a third of the section anew; a frame 200 tokens, the abstract 300 words; the rest asks no model";

    private const double FirstToken = 0.8;
    private const double FirstTokenSpread = 0.4;
    private const double TokensPerSecond = 45;
    private const double PaceSpread = 0.15;
    private const double TokensPerWord = 1.35;
    private const double RevisedSections = 0.25;
    private const double RevisedText = 1.0 / 3;

    /// <summary>Seconds of model time; zero where none is asked.</summary>
    /// <param name="kind">The task's kind.</param>
    /// <param name="taskId">The task's id.</param>
    /// <param name="words">Words of its section, if it has one.</param>
    public double Seconds(string kind, string taskId, int words)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}:{taskId}")), hash);
        double length = Uniform(hash, 4);
        double tokens = kind switch
        {
            TaskKinds.Draft => TokensPerWord * words,
            TaskKinds.Review => 250 + (150 * length),
            TaskKinds.Establish => 150 + (150 * length),
            TaskKinds.Chapter => 200,
            TaskKinds.FrontMatter => TokensPerWord * 300,
            _ => 0,
        };
        if (tokens == 0)
        {
            return 0;
        }

        double seconds = Call(tokens, hash, 0);
        return kind == TaskKinds.Review && Uniform(hash, 5) < RevisedSections ? seconds + Call(TokensPerWord * words * RevisedText, hash, 2) : seconds;
    }

    private static double Call(double tokens, ReadOnlySpan<byte> hash, int at)
    {
        // Two independent normal values (Box and Muller 1958).
        double radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(hash, at)));
        double angle = 2 * Math.PI * Uniform(hash, at + 1);
        return (FirstToken * Math.Exp(FirstTokenSpread * radius * Math.Cos(angle))) + (tokens / (TokensPerSecond * Math.Exp(PaceSpread * radius * Math.Sin(angle))));
    }

    // From 0 up to, and never, 1.
    private static double Uniform(ReadOnlySpan<byte> hash, int index) => BinaryPrimitives.ReadUInt32LittleEndian(hash[(index * sizeof(uint))..]) / (uint.MaxValue + 1.0);
}
