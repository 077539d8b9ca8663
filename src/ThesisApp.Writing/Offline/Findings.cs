using System.Text.RegularExpressions;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Offline;

/// <summary>Says again what other sections have found, in own connecting words and with the evidence cited: answers to the questions, and their interpretation.</summary>
internal sealed partial class Findings(DraftRequest request, Casing casing, Phrasebook book)
{
    private const string Prefix = "findings";
    private const string PropositionsName = "propositions";
    private const int AnswersOfQuestion = 3;
    private const int MostPropositions = 2;
    private const int MostThemes = 4;

    private readonly (Artifact Artifact, OutlineSection Place, int Question)[] _found = [.. Located(request)];

    /// <summary>True if there is something to say again.</summary>
    public bool Any => _found.Length > 0;

    /// <summary>One paragraph for each question: what was asked, what the evidence turns on, and what the sources say to it.</summary>
    public List<OwnParagraph> Answers()
    {
        List<OwnParagraph> paragraphs = [Own((Plain(book.Say("answers", ("topic", Titles.Running(book, casing, request.Spec.Topic)))), 1))];
        foreach ((Artifact artifact, OutlineSection place, int index) in _found)
        {
            string question = request.Spec.ResearchQuestions[index];
            string kind = QuestionKind.Of(question, book).Name;
            string reference = $"{{ref:{place.Id}}}";
            string[] themes = [.. artifact.Terms.Take(MostThemes)];
            List<(Sentence, int)> sentences = [(Plain(book.Say("answer", ("ordinal", book.Ordinal(index + 1)), ("question", Phrases.Question(question)))), 0)];
            sentences.Add((
                themes.Length > 1
                    ? new Sentence(book.Say("answer.themes", ("place", reference), ("list", book.Row(themes))), [], [place.Id])
                    : new Sentence(book.Say("answer.evidence", ("place", reference)), [], [place.Id]),
                0));
            sentences.AddRange(Told(Answering(artifact), [.. book.Forms($"answer.{kind}")], 2));
            string[] works = [.. Answering(artifact).SelectMany(claim => claim.Citations).Select(citation => citation.Key).Distinct(StringComparer.Ordinal).Select(WorkMention.Of)];
            if (works.Length > 1)
            {
                sentences.Add((Plain(book.Say("answer.sum", ("works", book.List(works)))), 20));
            }

            paragraphs.Add(Own([.. sentences]));
        }

        return paragraphs;
    }

    /// <summary>The findings, a sentence for each, then the propositions, each beside the finding that is nearest to it.</summary>
    public List<OwnParagraph> Interpretation()
    {
        List<(Sentence, int)> sentences = [(Plain(book.Say("interpretation", ("topic", Titles.Running(book, casing, request.Spec.Topic)))), 0)];
        IReadOnlyList<string> forms = book.Forms("interpretation.finding");
        foreach (((Artifact artifact, OutlineSection place, int index), int turn) in _found.Select((found, turn) => (found, turn)))
        {
            // The second in weight; the others are the answer, which comes in the conclusion.
            Claim claim = artifact.Claims.Count > AnswersOfQuestion ? artifact.Claims[1] : artifact.Claims[^1];
            string form = Phrasebook.Fill(forms[turn % forms.Count], ("ordinal", book.Ordinal(index + 1)), ("place", $"{{ref:{place.Id}}}"), ("work", WorkMention.Of(claim.Citations[0].Key)));
            sentences.Add((Led(form, claim), turn == 0 ? 0 : 1));
        }

        List<OwnParagraph> paragraphs = [Own([.. sentences])];
        if (Propositions() is { Length: > 0 } compared)
        {
            paragraphs.Add(Own(compared));
        }

        return paragraphs;
    }

    private static IEnumerable<Claim> Answering(Artifact artifact) =>
        artifact.Claims.Count > AnswersOfQuestion ? artifact.Claims.Where((_, i) => i != 1).Take(AnswersOfQuestion) : artifact.Claims.Take(AnswersOfQuestion);

    private (Sentence, int)[] Propositions()
    {
        OutlineSection? place = request.Outline.Sections.FirstOrDefault(section => section.Gives.Contains(PropositionsName, StringComparer.Ordinal));
        Claim[] propositions = [.. request.Needed.Where(artifact => artifact.Name == PropositionsName).SelectMany(artifact => artifact.Claims).Take(MostPropositions)];
        (Claim Claim, int Question)[] findings = [.. _found.SelectMany(found => found.Artifact.Claims.Skip(2).Select(claim => (claim, found.Question)))];
        if (place is null || findings.Length == 0)
        {
            return [];
        }

        IReadOnlyList<TermVector> vectors = TermVector.Of([.. propositions.Select(claim => claim.Text), .. findings.Select(finding => finding.Claim.Text)]);
        List<(Sentence, int)> sentences = [];
        HashSet<int> used = [];
        for (int i = 0; i < propositions.Length; i++)
        {
            string form = book.Forms("interpretation.proposition")[i % book.Forms("interpretation.proposition").Count];
            Claim proposition = propositions[i];
            sentences.Add((
                Led(Phrasebook.Fill(form, ("place", $"{{ref:{place.Id}}}"), ("work", WorkMention.Of(proposition.Citations[0].Key))), proposition),
                10 + i));
            int nearest = Enumerable.Range(0, findings.Length).Where(j => !used.Contains(j)).OrderByDescending(j => vectors[propositions.Length + j].Cosine(vectors[i])).ThenBy(j => j).FirstOrDefault(-1);
            if (nearest >= 0 && used.Add(nearest))
            {
                (Claim claim, int question) = findings[nearest];
                sentences.Add((Led(book.Say("interpretation.nearest", ("work", WorkMention.Of(claim.Citations[0].Key)), ("ordinal", book.Ordinal(question + 1))), claim), 10 + i));
            }
        }

        return [.. sentences];
    }

    // Each behind own words of its own; of the same work twice running, the second time without its name.
    private IEnumerable<(Sentence, int)> Told(IEnumerable<Claim> claims, IReadOnlyList<string> forms, int firstRank)
    {
        string? last = null;
        int turn = 0;
        int same = 0;
        foreach (Claim claim in claims)
        {
            string key = claim.Citations[0].Key;
            string form = key == last ? book.Forms("answer.same")[same++ % book.Forms("answer.same").Count] : Phrasebook.Fill(forms[Math.Min(turn, forms.Count - 1)], ("work", WorkMention.Of(key)));
            yield return (Led(form, claim), turn == 0 ? 0 : firstRank + turn);
            (last, turn) = (key, turn + 1);
        }
    }

    // Where the words cannot be continued by the claim, a colon leads to it.
    private Sentence Led(string form, Claim claim)
    {
        Sentence sentence = new(claim.Text, claim.Citations, []);
        Sentence led = Leads.Continue(form, sentence, casing, claim.BehindLead)
            ?? Leads.Continue(book.Say("answer.colon", ("work", WorkMention.Of(claim.Citations[0].Key))), sentence, casing)
            ?? sentence;
        return led with { CrossReferences = [.. Places().Matches(led.Text).Select(match => match.Groups[1].Value)] };
    }

    private static IEnumerable<(Artifact, OutlineSection, int)> Located(DraftRequest request)
    {
        foreach (Artifact artifact in request.Needed.Where(artifact => artifact.Name.StartsWith(Prefix, StringComparison.Ordinal) && artifact.Claims.Count > 0))
        {
            OutlineSection? place = request.Outline.Sections.FirstOrDefault(section => section.Gives.Contains(artifact.Name, StringComparer.Ordinal));
            if (place?.ResearchQuestion is { } index && artifact.Claims.All(claim => claim.Citations.Count > 0))
            {
                yield return (artifact, place, index);
            }
        }
    }

    private static OwnParagraph Own(params (Sentence, int)[] sentences) => new(ParagraphKind.Text, sentences);

    private static Sentence Plain(string text) => new(Phrases.Capital(text), [], []);

    [GeneratedRegex(@"\{ref:([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Places();
}
