using ThesisApp.Core.Drafts;
using ThesisApp.Core.Planning;
using ThesisApp.Models;
using ThesisApp.Writing.Chat.Asking;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Chat.Grounding;
using ThesisApp.Writing.Chat.Prompts;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>Has an artifact established. Claims that do not hold are left out: others would build on them.</summary>
internal sealed class ArtifactAsker(IStageModels models)
{
    private const int MostClaims = 6;
    private const int MostTerms = 12;
    private const int MostWords = 3_000;

    /// <summary>The artifact, or null if the model gave none that can be used.</summary>
    public async Task<Artifact?> AskAsync(EstablishRequest request, CancellationToken cancellationToken)
    {
        EvidenceSet evidence = EvidenceSet.Of(request.Passages, request.Needed.SelectMany(artifact => artifact.Claims), MostWords);
        EstablishedArtifact? answer = await Readable.OrNullAsync(() => new Conversation(models, ModelStages.Establish, request.Spec.Language, PromptCatalog.Establish.Render(new Dictionary<string, string>
        {
            ["name"] = request.Artifact.Name,
            ["brief"] = PromptParts.Line(request.Artifact.Brief),
            ["thesis"] = PromptParts.Line(request.Spec.Title),
            ["topic"] = PromptParts.Line(request.Spec.Topic),
            ["case"] = PromptParts.Case(request.Spec),
            ["questions"] = PromptParts.Questions(request.Spec),
            ["established"] = PromptParts.Established(request.Needed),
            ["passages"] = Fence.Around(evidence.Items),
        })).AskAsync(AnswerJson.Default.EstablishedArtifact, cancellationToken));
        if (answer is null)
        {
            return null;
        }

        Paragraph[] claims = [.. answer.Claims.SelectMany(claim => DraftParser.Parse($"{claim.Text.TrimEnd('.', ' ')} {claim.Cite.Trim()}.", evidence))];
        Sentence[] sound = [.. WrittenSection.Of(claims, evidence).Sound.SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.IsBorrowed).Take(MostClaims)];
        return sound.Length == 0
            ? null
            : new Artifact(
                request.Artifact.Name,
                [.. sound.Select(sentence => new Claim(sentence.Text, sentence.Citations, null))],
                [.. answer.Terms.Where(term => ForeignText.Find(term, []) is null).Select(PromptParts.Line).Where(term => term.Length is > 0 and < 60).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTerms)]);
    }
}
