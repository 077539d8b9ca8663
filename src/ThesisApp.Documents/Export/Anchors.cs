namespace ThesisApp.Documents.Export;

/// <summary>Names that links within a document point to; made of ids, so that they are the same in every format.</summary>
internal static class Anchors
{
    public const string References = "references";

    public const string Abbreviations = "abbreviations";

    public const string Abstract = "abstract";

    /// <summary>A chapter or section. Two hyphens, which no id has, keep <c>case/study</c> apart from <c>case-study</c>.</summary>
    public static string Place(string id) => "sec-" + id.Replace("/", "--", StringComparison.Ordinal);

    /// <summary>A work in the list of references; keys may hold anything, so only letters, digits and hyphens are kept as they are.</summary>
    public static string Work(string key) =>
        "ref-" + string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c.ToString() : $"_{(int)c:x4}"));
}
