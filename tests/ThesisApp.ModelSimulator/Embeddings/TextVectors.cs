using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ThesisApp.ModelSimulator.Embeddings;

/// <summary>
/// Vectors of texts, by feature hashing (Weinberger et al. 2009): each word and each run of four letters within it adds to some dimensions, so that texts with related words are near to each other;
/// words of one meaning, as far as the few here go, add to the same. Deterministic, and no model of anything.
/// </summary>
internal static partial class TextVectors
{
    /// <summary>Length of a vector.</summary>
    public const int Dimensions = 256;

    private const int Run = 4;
    private const float WordWeight = 1f;
    private const float RunWeight = 0.3f;

    private static readonly string[][] Meanings =
    [
        ["ship", "ships", "boat", "boats", "vessel", "vessels", "barge", "barges"],
        ["wage", "wages", "pay", "salary", "salaries", "earnings", "remuneration"],
        ["worker", "workers", "labourer", "labourers", "hands", "crew", "crews"],
        ["fast", "quick", "rapid", "swift", "speedy"],
        ["illness", "disease", "sickness", "fever"],
        ["begin", "began", "start", "started", "origin", "origins", "outset"],
    ];

    private static readonly Dictionary<string, string> MeaningOf = Meanings.SelectMany(words => words.Select(word => (word, words[0]))).ToDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly HashSet<string> Empty = [.. "the a an of and or to in on at by for with was were is are be been it its that this these those as from what which who how did do does not than more".Split(' ')];

    /// <summary>The vector of a text, of length 1.</summary>
    public static float[] Of(string text)
    {
        float[] vector = new float[Dimensions];
        vector[0] = 0.05f;
        foreach (string word in Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).Where(word => !Empty.Contains(word)))
        {
            string meaning = MeaningOf.GetValueOrDefault(word, word);
            Add(vector, $"w:{meaning}", WordWeight);
            for (int i = 0; i + Run <= meaning.Length; i++)
            {
                Add(vector, $"r:{meaning.AsSpan(i, Run)}", RunWeight);
            }
        }

        float length = MathF.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / length)];
    }

    private static void Add(float[] vector, string feature, float weight)
    {
        uint hash = BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(feature)));
        vector[(hash >> 1) % Dimensions] += (hash & 1) == 0 ? weight : -weight;
    }

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
