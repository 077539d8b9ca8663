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
            QuestionKind kind = QuestionKind.Of(question, book);
            string reference = $"{{ref:{place.Id}}}";
            string[] themes = [.. artifact.Terms.Take(MostThemes)];
            List<(Sentence, int)> sentences = [(Plain(book.Say("answer", ("ordinal", book.Ordinal(index + 1)), ("question", Phrases.Question(question)))), 0)];
            sentences.Add((
                themes.Length > 0
                    ? new Sentence(book.Say("answer.themes", ("place", reference), ("list", book.Row(themes))), [], [place.Id])
                    : new Sentence(book.Say("answer.evidence", ("place", reference)), [], [place.Id]),
                0));
            Claim[] answering = [.. kind.Name == QuestionKind.Change ? Answering(artifact).OrderBy(claim => Years.First(claim.Text)) : Answering(artifact)];
            sentences.AddRange(Told(answering, kind, 2));
            string[] works = [.. answering.SelectMany(claim => claim.Citations).Select(citation => citation.Key).Distinct(StringComparer.Ordinal).Select(WorkMention.Of)];
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
            Claim claim = Second(artifact);
            string form = Phrasebook.Fill(forms[turn % forms.Count], ("ordinal", book.Ordinal(index + 1)), ("place", $"{{ref:{place.Id}}}"), ("work", WorkMention.Of(claim.Citations[0].Key)));
            sentences.Add((Led(form, claim), turn));
        }

        List<OwnParagraph> paragraphs = [Own([.. sentences])];
        if (Propositions() is { Length: > 0 } compared)
        {
            paragraphs.Add(Own(compared));
        }

        return paragraphs;
    }

    // The second in weight; the others are the answer, which comes in the conclusion.
    private static Claim Second(Artifact artifact) => artifact.Claims.Count > AnswersOfQuestion ? artifact.Claims[1] : artifact.Claims[^1];

    private static IEnumerable<Claim> Answering(Artifact artifact) =>
        artifact.Claims.Count > AnswersOfQuestion ? artifact.Claims.Where((_, i) => i != 1).Take(AnswersOfQuestion) : artifact.Claims.Take(AnswersOfQuestion);

    private (Sentence, int)[] Propositions()
    {
        OutlineSection? place = request.Outline.Sections.FirstOrDefault(section => section.Gives.Contains(PropositionsName, StringComparer.Ordinal));
        Claim[] propositions = [.. request.Needed.Where(artifact => artifact.Name == PropositionsName).SelectMany(artifact => artifact.Claims)];

        // What the paragraph before says is not said here again.
        (Claim Claim, int Question)[] findings = [.. _found.SelectMany(found => found.Artifact.Claims.Where(claim => claim != Second(found.Artifact)).Select(claim => (claim, found.Question)))];
        if (place is null || propositions.Length == 0 || findings.Length == 0)
        {
            return [];
        }

        string reference = $"{{ref:{place.Id}}}";
        Correspondence[] pairs = [.. Correspondence.Among([.. propositions.Select(claim => claim.Text)], [.. findings.Select(finding => finding.Claim.Text)], MostPropositions)];
        if (pairs.Length == 0)
        {
            return [(new Sentence(Phrases.Capital(book.Say("interpretation.apart", ("place", reference))), [], [place.Id]), 10)];
        }

        List<(Sentence, int)> sentences = [];
        IReadOnlyList<string> forms = book.Forms("interpretation.proposition");
        for (int i = 0; i < pairs.Length; i++)
        {
            Claim proposition = propositions[pairs[i].First];
            (Claim claim, int question) = findings[pairs[i].Second];
            sentences.Add((Led(Phrasebook.Fill(forms[i % forms.Count], ("place", reference), ("work", WorkMention.Of(proposition.Citations[0].Key))), proposition), 10 + i));
            string shared = book.List([.. pairs[i].Shared.Select(word => book.Say("word", ("word", word)))]);
            sentences.Add((Led(book.Say("interpretation.nearest", ("list", shared), ("work", WorkMention.Of(claim.Citations[0].Key)), ("ordinal", book.Ordinal(question + 1))), claim), 10 + i));
        }

        return [.. sentences];
    }

    // Each behind own words of its own; of the same work twice running, the second time without its name. A reason, a step or an effect is called so only where a word of it shows that it is one.
    private IEnumerable<(Sentence, int)> Told(IEnumerable<Claim> claims, QuestionKind kind, int firstRank)
    {
        string? last = null;
        int turn = 0;
        int same = 0;
        foreach (Claim claim in claims)
        {
            string key = claim.Citations[0].Key;
            IReadOnlyList<string> forms = book.Forms(kind.Name == QuestionKind.Other || kind.CuesIn(claim.Text) > 0 ? $"answer.{kind.Name}" : "answer.neutral");
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
