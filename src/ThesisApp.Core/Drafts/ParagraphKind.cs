using System.Text.Json.Serialization;

namespace ThesisApp.Core.Drafts;

/// <summary>How a paragraph is set.</summary>
public enum ParagraphKind
{
    /// <summary>Running text.</summary>
    [JsonStringEnumMemberName("text")] Text,

    /// <summary>A numbered list, a sentence an item.</summary>
    [JsonStringEnumMemberName("numbered")] Numbered,

    /// <summary>A bulleted list, a sentence an item.</summary>
    [JsonStringEnumMemberName("bulleted")] Bulleted,

    /// <summary>A table with a caption.</summary>
    [JsonStringEnumMemberName("table")] Table,

    /// <summary>A picture with a caption.</summary>
    [JsonStringEnumMemberName("figure")] Figure,
}
