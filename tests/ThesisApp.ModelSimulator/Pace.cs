using ThesisApp.ModelSimulator.Faults;

namespace ThesisApp.ModelSimulator;

/// <summary>How fast the model writes: each answer by the same clock, so that what a pause takes too long the next one makes up for.</summary>
/// <param name="options">How fast it is to be.</param>
/// <param name="time">The clock.</param>
internal sealed class Pace(SimulatorOptions options, TimeProvider time)
{
    // Of real endpoints, as the speed-up benchmark assumes them (docs/speedup.md).
    private const double FirstTokenSigma = 0.4;
    private const double TokenSigma = 0.15;

    private double _compress = options.Compress;

    /// <summary>By how much time is compressed from now on; more than 0.</summary>
    public double Compress
    {
        get => Volatile.Read(ref _compress);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            Volatile.Write(ref _compress, value);
        }
    }

    /// <summary>Letters that go in one piece: no more pieces than anybody can tell apart.</summary>
    /// <param name="leastMs">Least time between two pieces.</param>
    public int LettersOfPiece(double leastMs) => options.TokensPerSecond == 0 ? 400 : Math.Max(4, (int)(options.TokensPerSecond * Compress / 1_000 * leastMs * 4));

    /// <summary>An answer begins.</summary>
    /// <param name="dice">Says how far it is from the usual, if answers are to differ.</param>
    public Func<int, CancellationToken, Task> Begin(Dice dice)
    {
        long began = time.GetTimestamp();
        double compress = Compress;
        double first = options.FirstTokenMs * (options.Spread ? Math.Exp(FirstTokenSigma * dice.Normal("first token")) : 1);
        double perToken = options.TokensPerSecond == 0 ? 0 : 1_000 / (options.TokensPerSecond * (options.Spread ? Math.Exp(TokenSigma * dice.Normal("pace")) : 1));
        return async (tokens, cancellationToken) =>
        {
            TimeSpan left = TimeSpan.FromMilliseconds((first + (perToken * tokens)) / compress) - time.GetElapsedTime(began);
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, time, cancellationToken);
            }
        };
    }
}
