namespace ThesisApp.Core.Specification;

/// <summary>A mistake in an input file.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Line">Its line, from 1; 0 when it concerns the whole file.</param>
/// <param name="Column">Its column, from 1; 0 when unknown.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record SpecDiagnostic(string File, int Line, int Column, string Message, string Remedy)
{
    /// <summary>The form that editors and terminals link: <c>file:line:column: message. remedy</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}:{Math.Max(1, Column)}: {Message} {Remedy}" : $"{File}: {Message} {Remedy}";
}
