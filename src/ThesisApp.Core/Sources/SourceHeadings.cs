namespace ThesisApp.Core.Sources;

/// <summary>What a source is about, as far as its headings tell.</summary>
/// <param name="FileName">Path relative to the spec.</param>
/// <param name="Title">Its title.</param>
/// <param name="Headings">Its headings, each once, in their order.</param>
public sealed record SourceHeadings(string FileName, string Title, IReadOnlyList<string> Headings)
{
    /// <summary>The headings of a source.</summary>
    public static SourceHeadings Of(SourceDocument source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new SourceHeadings(source.FileName, source.Title, [.. source.Passages.Select(passage => passage.Heading).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }
}
