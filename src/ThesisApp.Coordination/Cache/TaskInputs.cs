using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ThesisApp.Coordination.Cache;

/// <summary>Everything that a result is made from, by name: its hash is the key under which the result is cached (a constructive trace, Mokhov, Mitchell and Peyton Jones, "Build systems à la carte", 2018).</summary>
public sealed class TaskInputs
{
    private readonly SortedDictionary<string, string> _parts = new(StringComparer.Ordinal);

    /// <summary>Starts with what does the work.</summary>
    /// <param name="kind">The task's kind.</param>
    /// <param name="subject">What it works on, within the thesis.</param>
    /// <param name="version">Version of the code or the model that makes the result: another one makes another result.</param>
    public TaskInputs(string kind, string subject, string version)
    {
        Kind = kind;
        Subject = subject;
        Add("version", Encoding.UTF8.GetBytes(version));
    }

    /// <summary>The task's kind.</summary>
    public string Kind { get; }

    /// <summary>What it works on.</summary>
    public string Subject { get; }

    /// <summary>The hash of each part by its name.</summary>
    public IReadOnlyDictionary<string, string> Parts => _parts;

    /// <summary>The hash of all parts (SHA-256, hexadecimal).</summary>
    public string Key => Hash(Encoding.UTF8.GetBytes($"{Kind}\n{Subject}\n{string.Join('\n', _parts.Select(part => $"{part.Key}={part.Value}"))}"));

    /// <summary>Where the parts of the latest making are found: the same for the same task of the same thesis.</summary>
    public string SubjectKey(string thesis) => Hash(Encoding.UTF8.GetBytes($"{thesis}\n{Kind}\n{Subject}"));

    /// <summary>Adds a part; its name is what a reader of the report sees when it has changed.</summary>
    /// <exception cref="ArgumentException">There is a part of that name.</exception>
    public TaskInputs Add(string name, ReadOnlySpan<byte> content)
    {
        _parts.Add(name, Hash(content));
        return this;
    }

    /// <summary>Adds a part in its stored form.</summary>
    public TaskInputs Add<T>(string name, T value, JsonTypeInfo<T> type) => Add(name, JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>Names the parts in which this differs from an earlier making.</summary>
    public IReadOnlyList<string> ChangedSince(IReadOnlyDictionary<string, string> earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return [.. _parts.Keys.Union(earlier.Keys, StringComparer.Ordinal)
            .Where(name => _parts.GetValueOrDefault(name) != earlier.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal)];
    }

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
