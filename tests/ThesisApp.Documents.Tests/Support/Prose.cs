using System.Globalization;
using System.Text;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Sources;

namespace ThesisApp.Documents.Tests.Support;

/// <summary>Texts to read.</summary>
internal static class Prose
{
    public static SourceDocument Read(string text, string fileName = "notes.md") => Read(Encoding.UTF8.GetBytes(text), fileName);

    public static SourceDocument Read(byte[] content, string fileName = "notes.md") => SourceReader.Read(fileName, content, "work");

    /// <summary>A paragraph that is long enough to be a passage of its own.</summary>
    public static string Paragraph(string about) =>
        string.Join(' ', Enumerable.Range(1, 10).Select(number => string.Create(CultureInfo.InvariantCulture, $"The {about} is described in its sentence {number} here.")));
}
