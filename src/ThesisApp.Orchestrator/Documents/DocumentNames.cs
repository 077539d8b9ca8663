namespace ThesisApp.Orchestrator.Documents;

/// <summary>Names, formats and media types of documents.</summary>
internal static class DocumentNames
{
    /// <summary>The report, composed when it is asked for.</summary>
    public const string Report = "report.json";

    /// <summary>The same for people.</summary>
    public const string ReportPage = "report.html";

    /// <summary>All documents in one archive, composed when it is asked for.</summary>
    public const string Archive = "thesis.zip";

    /// <summary>The file behind a format's name; any other name is a path already.</summary>
    public static string Resolve(string nameOrFormat) => nameOrFormat switch
    {
        "markdown" => "thesis.md",
        "html" => "thesis.html",
        "bibtex" => "references.bib",
        "report" => Report,
        "zip" => Archive,
        _ => nameOrFormat,
    };

    /// <summary>The media type by extension.</summary>
    public static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".md" => "text/markdown; charset=utf-8",
        ".html" => "text/html; charset=utf-8",
        ".bib" => "application/x-bibtex; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".png" => "image/png",
        ".jpg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".zip" => "application/zip",
        _ => "application/octet-stream",
    };
}
