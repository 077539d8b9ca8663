using ThesisApp.Core.Outlines;

namespace ThesisApp.Writing.Outlining;

/// <summary>Where there is no chat model, the template makes the outline, and says so.</summary>
internal sealed class TemplateOutliner : IOutliner
{
    public string Version => "template-outliner/1";

    public Task<ProposedOutline> ProposeAsync(OutlineRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new ProposedOutline(
            OutlineBuilder.Build(request.Spec),
            ["The outline is the template's: the specification asks for one made by a model, and none is configured. Set ConnectionStrings__chat."]));
    }
}
