using System.Collections.Frozen;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>Languages as prompts name them: a tag alone ("de") is easily overlooked in an English sentence.</summary>
internal static class LanguageNames
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = "English",
        ["en-GB"] = "British English",
        ["en-US"] = "American English",
        ["de"] = "German",
        ["de-AT"] = "German as it is written in Austria",
        ["de-CH"] = "German as it is written in Switzerland, without ß",
        ["fr"] = "French",
        ["es"] = "Spanish",
        ["it"] = "Italian",
        ["pt"] = "Portuguese",
        ["pt-BR"] = "Brazilian Portuguese",
        ["nl"] = "Dutch",
        ["da"] = "Danish",
        ["sv"] = "Swedish",
        ["nb"] = "Norwegian",
        ["no"] = "Norwegian",
        ["fi"] = "Finnish",
        ["pl"] = "Polish",
        ["cs"] = "Czech",
        ["hu"] = "Hungarian",
        ["ro"] = "Romanian",
        ["tr"] = "Turkish",
        ["el"] = "Greek",
        ["uk"] = "Ukrainian",
        ["ru"] = "Russian",
        ["ar"] = "Arabic",
        ["ja"] = "Japanese",
        ["ko"] = "Korean",
        ["zh"] = "Chinese",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The language of a tag (BCP 47).</summary>
    public static string Of(string tag) => Names.GetValueOrDefault(tag) ?? Names.GetValueOrDefault(tag.Split('-')[0]) ?? $"the language with the tag '{tag}'";
}
