namespace ThesisApp.Documents.Tests.Export;

/// <summary>Texts that would be something else than text if an exporter let them.</summary>
internal static class HostileTexts
{
    public static TheoryData<string> All { get; } =
    [
        "<script>alert(1)</script>", "</title></style></head><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "<!-- comment", "&lt;b&gt; &amp; &#60;",
        "[link](javascript:alert(1))", "![picture](https://example.org/x.png)", "<https://example.org/x>", "**bold** _it_ `code` ~~gone~~", "# Heading", "## Heading ##", "In C #", "- item", "+ item", "* item",
        "1. item", "1) item", "> quote", "---", "===", "***", "| a | b |", "```", "~~~", "\\", "a\\*b", "[^1]", "[a]: https://example.org", "<a id=\"references\"></a>", "{ref:", "https://example.org/a_b_c",
        "x < y > z & w", "Ünïcödé 😀 “quotes”", "a*b*c_d_e", "trailing \\", "!", "](x)", "1986. A year", "&copy;", "==mark==", "a\\", "Title\\#",
    ];
}
