using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Estimates, before anything is written, how many words a section will say of itself.</summary>
internal static class OwnWords
{
    private const string TypicalStatement = "A statement of some twenty words, as sources make them, stands here for one that is not known yet at all.";
    private const int TypicalClaims = 5;
    private static readonly string[] TypicalWorks = ["one", "two"];
    private static readonly string[] TypicalPhrases = ["one phrase", "another one", "some more", "last ones"];

    /// <summary>The words of its own text where it has room for all of it.</summary>
    public static int Estimate(ThesisSpec spec, Outline outline, OutlineSection section)
    {
        Claim[] claims = [.. Enumerable.Repeat(new Claim(TypicalStatement, [new Citation("work", "work#1", null)], section.Id), TypicalClaims)];
        DraftRequest request = new(spec, outline, section, [.. section.Needs.Select(name => new Artifact(name, claims, []))], new SectionAllotment(section.Id, []) { Evidence = Coverage.Of([.. outline.Sections], _ => TypicalWorks) with { Recurring = TypicalPhrases } });
        OwnText own = new(request, new Casing([]), Phrasebook.For(spec.Language));
        return OwnParagraph.Fit(own.Write([], hasBody: true), section.Words).SelectMany(paragraph => paragraph.Sentences).Sum(sentence => Words.Count(sentence.Text));
    }
}
