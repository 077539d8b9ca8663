using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Chat.Grounding;
using ThesisApp.Writing.Chat.Writing;

namespace ThesisApp.Writing.Edits;

/// <summary>Holds a person's text against the sources by the rules that hold for models, and marks where those take out.</summary>
internal sealed class EditedSections : IEditedSections
{
    public string Version => "edited/1";

    public ReviewedSection Read(EditRequest request)
    {
        EvidenceSet evidence = EvidenceSet.OfPerson(new PassageLocators(request.Sources), request.Bibliography.Entries.Select(entry => entry.Key));
        IReadOnlyList<Paragraph> paragraphs = EditedText.Parse(request.Text, evidence);
        IReadOnlyList<Problem> problems = DraftVerifier.Verify(paragraphs, evidence);
        Dictionary<Sentence, Problem> bySentence = new(ReferenceEqualityComparer.Instance);
        foreach (Problem problem in problems)
        {
            bySentence.TryAdd(problem.Sentence, problem);
        }

        List<string> findings = ["A person wrote this section; no agent has changed it."];
        List<Paragraph> marked = [];
        List<Paragraph> sound = [];
        foreach (Paragraph paragraph in paragraphs)
        {
            marked.Add(paragraph with { Sentences = [.. paragraph.Sentences.Select(sentence => bySentence.TryGetValue(sentence, out Problem? problem) ? Marked(sentence, problem, evidence, findings) : sentence)] });
            Sentence[] holding = [.. paragraph.Sentences.Where(sentence => !bySentence.ContainsKey(sentence) && sentence.Citations.All(citation => citation.PassageId.Length > 0)).Select(sentence => sentence with { Verbatim = null })];
            if (holding.Length > 0)
            {
                sound.Add(paragraph with { Sentences = holding });
            }
        }

        return new ReviewedSection(
            new SectionReview(new SectionDraft(request.Section.Id, marked, Note: null), findings),
            ArtifactOf.Section(request.Spec, request.Section, sound));
    }

    // A person may repeat himself, and write what reads like an order or an address: that is told to the report, and left as it is.
    private static Sentence Marked(Sentence sentence, Problem problem, EvidenceSet evidence, List<string> findings)
    {
        if (problem.Kind is ProblemKind.Foreign or ProblemKind.Repeated)
        {
            findings.Add($"Left as it is, though {problem.Reason}: “{sentence.Text}”");
            return sentence;
        }

        findings.Add($"Marked, since {problem.Reason}: “{sentence.Text}”");
        Sentence marked = Marker.Mark(sentence, problem, evidence);
        return marked with { Verbatim = sentence.Verbatim is { } verbatim ? verbatim with { Groups = [.. verbatim.Groups.Select(group => (IReadOnlyList<Citation>)[.. group.Where(marked.Citations.Contains)])] } : null };
    }
}
