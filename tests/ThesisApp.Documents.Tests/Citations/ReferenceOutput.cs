using System.Text.Json;

namespace ThesisApp.Documents.Tests.Citations;

/// <summary>What citeproc makes of the sixty works, kept beside them, and where ours differs and why.</summary>
internal static class ReferenceOutput
{
    private static readonly Lazy<JsonDocument> Reference = new(() => JsonDocument.Parse(Read("reference.json")));
    private static readonly Lazy<JsonDocument> Differences = new(() => JsonDocument.Parse(Read("differences.json")));

    public static string Works => Read("works.bib");

    public static IReadOnlyDictionary<string, string> Reasons => Differences.Value.RootElement.GetProperty("reasons").EnumerateObject().ToDictionary(reason => reason.Name, reason => reason.Value.GetString()!);

    /// <summary>Works cited together, each with its place.</summary>
    public static (string Key, string? Locator)[][] Groups =>
    [
        .. JsonDocument.Parse(Read("groups.json")).RootElement.EnumerateArray().Select(group => group.EnumerateArray().Select(place => (place[0].GetString()!, place[1].GetString())).ToArray()),
    ];

    /// <summary>The reference's strings of a style: <c>list/KEY</c>, <c>text/KEY</c>, <c>group/N</c>.</summary>
    public static Dictionary<string, string> Of(string style)
    {
        JsonElement of = Reference.Value.RootElement.GetProperty(style);
        Dictionary<string, string> strings = of.GetProperty("list").EnumerateObject().ToDictionary(item => $"list/{item.Name}", item => item.Value.GetString()!);
        foreach (JsonProperty item in of.GetProperty("text").EnumerateObject())
        {
            strings.Add($"text/{item.Name}", item.Value.GetString()!);
        }

        foreach ((int i, JsonElement item) in of.GetProperty("groups").EnumerateArray().Index())
        {
            strings.Add($"group/{i}", item.GetString()!);
        }

        return strings;
    }

    public static string[] OrderOf(string style) => [.. Reference.Value.RootElement.GetProperty(style).GetProperty("order").EnumerateArray().Select(key => key.GetString()!)];

    /// <summary>Where ours differs: what it is and the name of the reason.</summary>
    public static Dictionary<string, (string Ours, string Reason)> DifferencesOf(string style) =>
        Differences.Value.RootElement.GetProperty("differences").TryGetProperty(style, out JsonElement of)
            ? of.EnumerateObject().ToDictionary(item => item.Name, item => (item.Value[1].GetString()!, item.Value[0].GetString()!))
            : [];

    private static string Read(string name)
    {
        using Stream stream = typeof(ReferenceOutput).Assembly.GetManifestResourceStream($"reference/{name}") ?? throw new InvalidOperationException($"{name} is not embedded.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
