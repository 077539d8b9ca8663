using ThesisApp.Core.Specification;
using ThesisApp.Core.Tests.Support;

namespace ThesisApp.Core.Tests.Specification;

public sealed class OutlineByModelTests
{
    [Fact]
    public void A_model_makes_the_outline_where_the_specification_says_so_and_only_there()
    {
        Assert.Equal(SpecReader.OutlineByModel, SpecText.ReadValid("outline: model").OutlineBy);
        Assert.Null(SpecText.ReadValid("outline: template").OutlineBy);
        Assert.Null(SpecText.ReadValid("").OutlineBy);
    }

    [Fact]
    public void A_model_says_what_to_look_up_where_the_specification_says_so_and_only_there()
    {
        Assert.Equal(SpecReader.OutlineByModel, SpecText.ReadValid("research: model").ResearchBy);
        Assert.Null(SpecText.ReadValid("research: plan").ResearchBy);
        Assert.Null(SpecText.ReadValid("").ResearchBy);
        Assert.Equal("Did you mean 'model'?", SpecText.Single(SpecText.Valid + "research: models").Remedy);
    }

    [Fact]
    public void Another_word_is_refused_with_the_ones_that_are_known()
    {
        SpecDiagnostic problem = SpecText.Single(SpecText.Valid + "outline: models");

        Assert.Equal((SpecText.Next, "Did you mean 'model'?"), (problem.Line, problem.Remedy));
    }

    [Fact]
    public void Chapters_of_the_users_own_leave_nothing_for_a_model_to_plan()
    {
        SpecDiagnostic problem = SpecText.Single(SpecText.Valid + "outline: model\nchapters:\n  - { id: a, title: A, sections: [{ id: b, title: B }] }\n");

        Assert.Equal((SpecText.Next, "Remove 'outline' or 'chapters'."), (problem.Line, problem.Remedy));
    }
}
