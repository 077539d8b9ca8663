using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;

namespace ThesisApp.Core.Checks;

/// <summary>Makes findings.</summary>
internal static class Finding
{
    private const int Shown = 80;

    public static ReportCheck Error(string id, CheckedSection section, int? line, string message) => new(id, CheckSeverities.Error, section.Name, message, line);

    public static ReportCheck Warning(string id, CheckedSection section, int? line, string message) => new(id, CheckSeverities.Warning, section.Name, message, line);

    public static ReportCheck Warning(string id, string message) => new(id, CheckSeverities.Warning, "document", message);

    public static ReportCheck Error(string id, string message) => new(id, CheckSeverities.Error, "document", message);

    /// <summary>The start of a text, for messages.</summary>
    public static string Start(string text) => text.Length <= Shown ? text : text[..Shown].TrimEnd() + "…";

    /// <summary>What findings call a paragraph's place.</summary>
    public static string Place(CheckedSection section, int? line) => line is { } number ? $"{section.Name} (line {number})" : section.Name;
}
