using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>Takes from a text what other sections are told of it: chosen, not written, so that it stands in the text as it is.</summary>
internal static class ArtifactOf
{
    private const int Claims = 3;
    private const int Terms = 6;

    /// <summary>One artifact for each name that the section gives.</summary>
    public static IReadOnlyList<Artifact> Section(ThesisSpec spec, OutlineSection section, IReadOnlyList<Paragraph> sound)
    {
        string asked = section.ResearchQuestion is { } index ? spec.ResearchQuestions[index] : section.Brief;
        Claim[] claims = [.. CentralClaims.Of(sound, asked, Claims, Phrasebook.For(spec.Language)).Select(sentence => new Claim(sentence.Text, sentence.Citations, section.Id))];
        string[] texts = [.. sound.SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.IsBorrowed).Select(sentence => sentence.Text)];
        IReadOnlyList<string> terms = KeyTerms.Of(texts, Terms, [spec.Topic, spec.CaseStudy ?? string.Empty]);
        return [.. section.Gives.Select(name => new Artifact(name, claims, terms))];
    }
}
