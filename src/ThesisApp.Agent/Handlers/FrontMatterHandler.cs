using System.Globalization;
using System.Text;
using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Specification;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Handlers;

/// <summary>Writes the abstract and what stands beside it.</summary>
internal sealed class FrontMatterHandler(IWriter writer) : ITaskHandler
{
    public string Kind => TaskKinds.FrontMatter;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec asked = await context.ReadSpecAsync(cancellationToken);
        ThesisSpec spec = asked.ForWriting();
        Outline outline = await context.ReadOutlineAsync(cancellationToken);
        AbstractBasis basis = AbstractBasis.Of(outline);
        IReadOnlyList<ChapterFrame> frames = await context.ReadFramesAsync(basis.Chapters, cancellationToken);
        IReadOnlyList<SectionReview> sections = await context.ReadReviewsAsync(basis.Sections, cancellationToken);
        IReadOnlyList<string> files = await context.ListSourceFilesAsync(cancellationToken);

        // A note says that the template was taken instead.
        bool planned = asked.OutlineBy is not null && await context.TryReadAsync(ArtifactNames.OutlineNotes, CoreJson.Default.StringArray, cancellationToken) is null;

        bool edited = planned && await context.TryReadAsync(ArtifactNames.OutlineEdited, CoreJson.Default.StringArray, cancellationToken) is not null;

        FrontMatterRequest request = new(spec, outline.ForWriting(), frames, sections, files.Count) { PlannedByModel = planned, OutlineEdited = edited };
        TaskInputs inputs = new TaskInputs(Kind, "front matter", writer.FrontMatterVersion)
            .Add("specification", request.Spec, CoreJson.Default.ThesisSpec)
            .Add("outline", request.Outline, CoreJson.Default.Outline)
            .Add("number of sources", Encoding.UTF8.GetBytes(files.Count.ToString(CultureInfo.InvariantCulture)));
        if (planned)
        {
            inputs.Add("planned by a model", [edited ? (byte)2 : (byte)1]);
        }

        foreach (ChapterFrame frame in frames)
        {
            inputs.Add($"chapter {frame.ChapterId}", frame, CoreJson.Default.ChapterFrame);
        }

        foreach (SectionReview section in sections)
        {
            inputs.Add($"section {section.Draft.SectionId}", section, CoreJson.Default.SectionReview);
        }

        return new PreparedTask(spec.Title, inputs, async token =>
        {
            (FrontMatter front, Maker abstractWriter) = await writer.WriteFrontMatterAsync(request, token);
            return new ArtifactBag()
                .Add(ArtifactNames.FrontMatter, front, CoreJson.Default.FrontMatter)
                .Add(ArtifactNames.AbstractWriter, abstractWriter, CoreJson.Default.Maker)
                .ToResult(StandIns.Note(abstractWriter));
        });
    }
}
