namespace ThesisApp.Core.Sources.Images;

/// <summary>What a picture's bytes say of themselves.</summary>
/// <param name="MediaType">Such as <c>image/png</c>.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record ImageInfo(string MediaType, int Width, int Height);
