using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class FindingsTests
{
    private const string Unlike = "Widows rarely signed petitions about schooling.";

    private static readonly OutlineSection Found = Corpus.Section("c/found", 200, SectionRoles.Results) with { ResearchQuestion = 0, Gives = ["findings-1"] };
    private static readonly OutlineSection Expected = Corpus.Section("c/propositions", 200, SectionRoles.Framework) with { Gives = ["propositions"] };

    [Fact]
    public void Where_no_finding_is_left_to_be_set_beside_a_proposition_nothing_is_said_of_them() =>
        Assert.Single(Of(Corpus.Sentence(1)).Interpretation());

    private static Findings Of(params string[] found)
    {
        OutlineSection section = Corpus.Section("c/meaning", 200, SectionRoles.Discussion);
        DraftRequest request = new(
            Corpus.Spec(), Corpus.Outline(Found, Expected, section), section, [Artifact("findings-1", Found.Id, found), Artifact("propositions", Expected.Id, [Unlike])], new SectionAllotment(section.Id, []));
        return new Findings(request, new Casing([]), Phrasebook.For("en"));
    }

    private static Artifact Artifact(string name, string section, string[] claims) =>
        new(name, [.. claims.Select((claim, i) => new Claim(claim, [new Citation($"work{i}", $"work{i}#1", null)], section))], []);
}
