using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Offline;

/// <summary>What a section says of itself, from the specification and from the artifacts that it needs: a methodology what was done, a conclusion the answers, an introduction the questions.</summary>
internal sealed class OwnText
{
    private const string Objectives = "objectives";
    private const int ThemesWorthAList = 3;
    private const int MostThemes = 5;

    // The sections of the built-in template that have words of their own, by role and the end of their id.
    private static readonly Dictionary<string, string[]> KeysByRole = new(StringComparer.Ordinal)
    {
        [SectionRoles.Introduction] = ["background", "problem"],
        [SectionRoles.Literature] = ["gap"],
        [SectionRoles.Framework] = ["propositions"],
        [SectionRoles.Methodology] = ["design", "selection", "data", "analysis", "validity"],
        [SectionRoles.Results] = ["patterns"],
        [SectionRoles.Discussion] = ["implications", "limitations"],
        [SectionRoles.Conclusion] = ["outlook"],
    };

    // A study that tells its method in one section tells all of it there.
    private static readonly string[] WholeMethod = ["design", "data", "analysis", "validity"];

    private readonly DraftRequest _request;
    private readonly OutlineSection _section;
    private readonly ThesisSpec _spec;
    private readonly Casing _casing;
    private readonly Phrasebook _book;
    private readonly Findings _findings;

    public OwnText(DraftRequest request, Casing casing, Phrasebook book)
    {
        (_request, _section, _spec, _casing, _book) = (request, request.Section, request.Spec, casing, book);
        _findings = new Findings(request, casing, book);
    }

    /// <summary>The text; may be empty where the section has a body.</summary>
    /// <param name="themes">What the body's paragraphs are about.</param>
    /// <param name="hasBody">False if nothing could be borrowed.</param>
    public IReadOnlyList<OwnParagraph> Write(IReadOnlyList<string> themes, bool hasBody)
    {
        List<OwnParagraph> own = Own(themes);
        return own.Count > 0 || hasBody ? own : [Paragraph([(Plain(_book.Say("empty", ("title", Titles.Within(_book, _section.Title, _casing)))), 0)])];
    }

    private List<OwnParagraph> Own(IReadOnlyList<string> themes)
    {
        bool needsObjectives = _request.Needed.Any(artifact => artifact.Name == Objectives);
        string id = _section.Id[(_section.Id.LastIndexOf('/') + 1)..];
        return _section.Role switch
        {
            SectionRoles.Results or SectionRoles.Case when _section.ResearchQuestion is { } index => [Paragraph([.. Asks(index, [.. Announcement(themes)])])],
            SectionRoles.Introduction when needsObjectives => Questions(),
            SectionRoles.Introduction when id == "structure" => [Roadmap()],
            SectionRoles.Conclusion when _findings.Any => _findings.Answers(),
            SectionRoles.Discussion when _findings.Any => _findings.Interpretation(),
            SectionRoles.Methodology when Sole(SectionRoles.Methodology) => [Paragraph([.. WholeMethod.SelectMany(key => Sentences(key, 1)), .. Announcement(themes)])],
            SectionRoles.Introduction when First(SectionRoles.Introduction) => [Paragraph([.. Sentences("background", 0), .. Announcement(themes)])],
            _ when KeysByRole.TryGetValue(_section.Role, out string[]? keys) && keys.Contains(id, StringComparer.Ordinal) => [Paragraph([.. WithCoverage(id), .. Announcement(themes)])],
            _ => Announcement(themes).ToArray() is { Length: > 0 } announced ? [Paragraph(announced)] : [],
        };
    }

    // A title that asks the question need not be followed by it, if something else is to be said.
    private (Sentence, int)[] Asks(int index, (Sentence, int)[] announced)
    {
        bool said = announced.Length > 0 && _section.Title.Contains(_spec.ResearchQuestions[index].TrimEnd('?', ' '), StringComparison.OrdinalIgnoreCase);
        return said ? announced : [(Plain(_book.Say("asked", Asked(index))), 0), .. announced];
    }

    private (string, string)[] Asked(int index) => [("ordinal", _book.Ordinal(index + 1)), ("question", Phrases.Question(_spec.ResearchQuestions[index]))];

    private bool Sole(string role) => _request.Outline.Sections.Count(section => section.Role == role) == 1;

    private bool First(string role) => _request.Outline.Sections.FirstOrDefault(section => section.Role == role)?.Id == _section.Id;

    private IEnumerable<(Sentence, int)> Announcement(IReadOnlyList<string> themes)
    {
        string key = $"announce.{_section.Role}";
        if (themes.Count >= ThemesWorthAList)
        {
            string form = Leads.Turn(_book.Forms(_book.Has(key) ? key : "announce.conclusion"), _section, 0);
            yield return (Plain(Phrasebook.Fill(form, ("list", _book.Row([.. themes.Take(MostThemes)])))), 9);
        }
    }

    // How far the sources reach is said behind the first sentence; what recurs in them before it.
    private IEnumerable<(Sentence, int)> WithCoverage(string key)
    {
        (Sentence Sentence, int Rank)[] own = [.. Sentences(key, 0)];
        if (_request.Allotment.Evidence is not { } map || !Coverage.IsToldIn(_section))
        {
            return own.AsEnumerable();
        }

        int before = key == Coverage.Patterns ? 0 : 1;
        return [.. own.Take(before), .. Coverage.Say(key, map, _book).Select(text => (Plain(text), 0)), .. own.Skip(before)];
    }

    // The forms of a key in their order; what may be left out is left out from the end.
    private IEnumerable<(Sentence, int)> Sentences(string key, int leastRank)
    {
        OutlineSection? answers = _request.Outline.Sections.FirstOrDefault(section => section.Role == SectionRoles.Conclusion);
        int rank = leastRank;
        foreach (string form in _book.Forms(key))
        {
            bool optional = form.StartsWith("? ", StringComparison.Ordinal);
            rank += optional || leastRank > 0 ? 1 : 0;
            bool refers = form.Contains("{place}", StringComparison.Ordinal);
            if (refers && answers is null)
            {
                continue;
            }

            string text = Phrasebook.Fill(
                optional ? form[2..] : form,
                ("topic", Titles.Running(_book, _casing, _spec.Topic)),
                ("case", Titles.Running(_book, _casing, _spec.CaseStudy ?? _spec.Topic)),
                ("place", refers ? $"{{ref:{answers!.Id}}}" : string.Empty));
            yield return (new Sentence(Phrases.Capital(text), [], refers ? [answers!.Id] : []), optional || leastRank > 0 ? rank : 0);
        }
    }

    private List<OwnParagraph> Questions()
    {
        (string, string)[] subject = [("topic", Titles.Running(_book, _casing, _spec.Topic)), ("case", Titles.Running(_book, _casing, _spec.CaseStudy ?? string.Empty))];
        int count = _spec.ResearchQuestions.Count;
        List<OwnParagraph> paragraphs =
        [
            Paragraph([
                (Plain(_book.Say(_spec.CaseStudy is null ? "subject" : "subject.case", subject)), 0),
                (Plain(count == 1 ? _book.Say("asks.one") : _book.Say("asks", ("count", _book.Number(count)))), 0)]),
            new OwnParagraph(ParagraphKind.Numbered, [.. _spec.ResearchQuestions.Select(question => (Plain(Phrases.Question(question)), 0))]),
        ];
        OutlineSection[] places = [.. Enumerable.Range(0, count).Select(i => _request.Outline.Sections.FirstOrDefault(section => section.ResearchQuestion == i)).OfType<OutlineSection>()];
        if (places.Length > 0)
        {
            string[] parts = [.. places.Select((place, i) => _book.Say(i == 0 ? "answered.first" : "answered.more", ("ordinal", _book.Ordinal(place.ResearchQuestion!.Value + 1)), ("place", $"{{ref:{place.Id}}}")))];
            paragraphs.Add(Paragraph([(new Sentence(Phrases.Capital(_book.List(parts)) + ".", [], [.. places.Select(place => place.Id)]), 0), .. Sentences("objectives", 0)]));
        }

        return paragraphs;
    }

    private OwnParagraph Roadmap()
    {
        Sentence scope = Plain(_book.Say("scope", ("case", Titles.Running(_book, _casing, _spec.CaseStudy ?? _spec.Topic))));
        OutlineChapter[] rest = [.. _request.Outline.Chapters.Where(chapter => chapter.Id != _section.ChapterId)];
        if (rest.Length == 0)
        {
            return Paragraph([(scope, 0)]);
        }

        string list = _book.Row([.. rest.Select(chapter => $"{Titles.Within(_book, chapter.Title, _casing)} ({{ref:{chapter.Id}}})")]);
        string text = _book.Say(rest.Length == 1 ? "roadmap.one" : "roadmap", ("count", _book.Number(rest.Length)), ("list", list));
        return Paragraph([(scope, 0), (new Sentence(Phrases.Capital(text), [], [.. rest.Select(chapter => chapter.Id)]), 0), .. Sentences("scope.more", 0)]);
    }

    private static OwnParagraph Paragraph((Sentence, int)[] sentences) => new(ParagraphKind.Text, sentences);

    private static Sentence Plain(string text) => new(Phrases.Capital(text), [], []);
}
