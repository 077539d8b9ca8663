using System.Text.Json.Serialization;

namespace ThesisApp.Core.Sources;

/// <summary>A figure of a source: a picture that stands beside it as a file of its own. Its bytes are an input of the run; what is handed on is where they are and what they must be.</summary>
/// <param name="Path">The picture's path relative to the specification.</param>
/// <param name="Hash">SHA-256 of its bytes, hexadecimal.</param>
/// <param name="MediaType">Such as <c>image/png</c>.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record FigureData(string Path, string Hash, string MediaType, int Width, int Height)
{
    /// <summary>What the source says of the picture besides the caption; null where the caption is all.</summary>
    public string? Alt { get; init; }

    /// <summary>What its file's name ends with, without the dot.</summary>
    [JsonIgnore]
    public string Extension => MediaType is "image/jpeg" ? "jpg" : MediaType["image/".Length..];
}
