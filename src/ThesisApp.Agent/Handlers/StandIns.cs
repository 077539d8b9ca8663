using System.Globalization;
using System.Text.Json;
using ThesisApp.Agent.Work;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Agent.Handlers;

/// <summary>Texts that were left to the offline writer where a model was to write: nobody should have to look for them.</summary>
internal static class StandIns
{
    /// <summary>What a task's result says of it, or null.</summary>
    public static string? Note(Maker maker) => maker.Reason is { } reason ? $"by the {maker.Name}, since {reason}" : null;

    /// <summary>A warning for each of the abstract and the chapters' openings that another wrote than was asked.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(TaskContext context, Outline outline, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReadOnlyMemory<byte>?> stored = await context.Blackboard.ReadManyAsync(
            context.Lease.RunId, [ArtifactNames.AbstractWriter, .. outline.Chapters.Select(chapter => ArtifactNames.Framer(chapter.Id))], cancellationToken);
        string?[] notes = [.. stored.Select(bytes => bytes is { } json && JsonSerializer.Deserialize(json.Span, CoreJson.Default.Maker) is { } maker ? Note(maker) : null)];
        return
        [
            .. notes[0] is { } note ? [$"The abstract is {note}."] : Array.Empty<string>(),
            .. outline.Chapters.Zip(notes.Skip(1)).Where(entry => entry.Second is not null)
                .Select(entry => string.Create(CultureInfo.InvariantCulture, $"Chapter {entry.First.Number} is opened {entry.Second}.")),
        ];
    }
}
