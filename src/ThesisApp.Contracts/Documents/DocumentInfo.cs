namespace ThesisApp.Contracts.Documents;

/// <summary>A file that a finished run offers.</summary>
/// <param name="Name">Path relative to the output folder, with forward slashes.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">Its size.</param>
public sealed record DocumentInfo(string Name, string MediaType, long Bytes);
