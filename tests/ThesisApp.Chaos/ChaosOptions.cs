using System.Globalization;

namespace ThesisApp.Chaos;

/// <summary>What the command line asks for.</summary>
/// <param name="Duration"><c>--minutes</c>: how long faults are done; the runs that go on then are finished in peace.</param>
/// <param name="Seed"><c>--seed</c>: what the plan is made from.</param>
/// <param name="Keep"><c>--keep</c>: where logs and the Redis data go, and stay; null for a folder that is removed if all went well.</param>
internal sealed record ChaosOptions(TimeSpan Duration, int Seed, string? Keep)
{
    public const string Usage = "Usage: dotnet run -c Release --project tests/ThesisApp.Chaos -- --minutes N --seed S [--redis server] [--keep DIR]";

    /// <summary>Reads the arguments; null if they are wrong.</summary>
    public static ChaosOptions? Parse(string[] arguments)
    {
        ChaosOptions options = new(TimeSpan.FromMinutes(2), 1, null);
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string? value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--minutes" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double minutes) && minutes is > 0 and <= 24 * 60:
                    options = options with { Duration = TimeSpan.FromMinutes(minutes) };
                    break;
                case "--seed" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seed):
                    options = options with { Seed = seed };
                    break;
                case "--redis" when value == "server":
                    break;
                case "--keep" when value is not null:
                    options = options with { Keep = Path.GetFullPath(value) };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
