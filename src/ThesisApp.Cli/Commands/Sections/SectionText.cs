using ThesisApp.Cli.Terminals;
using ThesisApp.Contracts.Sections;

namespace ThesisApp.Cli.Commands.Sections;

/// <summary>Sections as people read them.</summary>
internal static class SectionText
{
    /// <summary>A section on one line.</summary>
    public static string Line(SectionInfo section)
    {
        var open = section.Comments.Count(comment => comment.IsOpen);
        var comments = section.Comments.Count == 0 ? "" : $", {section.Comments.Count} {(section.Comments.Count == 1 ? "comment" : "comments")}, {open} open";
        return SafeText.Line($"{section.Number} {section.Id}: {State(section.State)}{comments}  ({section.Title})");
    }

    private static string State(SectionState state) => state switch
    {
        SectionState.Open => "not written yet",
        SectionState.Written => "written by agents",
        SectionState.Locked => "locked",
        _ => "edited by a person",
    };
}
