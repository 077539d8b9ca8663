using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Tests.Outlines;

public sealed class QuestionHeadingTests
{
    [Theory]
    [InlineData("How did it change?", "Question 2: How did it change?")]
    [InlineData("  How   did\nit change? ", "Question 2: How did it change?")]
    [InlineData("One two three four five, six seven eight nine ten eleven twelve thirteen fourteen fifteen?", "Question 2: One two three four five…")]
    [InlineData("One, two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen?", "Question 2: One, two three four five six seven eight nine ten eleven twelve thirteen fourteen…")]
    [InlineData("Why", "Question 2: Why")]
    public void A_heading_is_the_question_or_its_first_clauses(string question, string expected) => Assert.Equal(expected, QuestionHeading.From(2, question));

    [Theory]
    [InlineData("de", "Frage 2: Wie kam es dazu?")]
    [InlineData("fr-CA", "Question 2\u00A0: Wie kam es dazu?")]
    [InlineData("es", "Pregunta 2: Wie kam es dazu?")]
    public void Its_label_is_set_as_the_language_sets_it(string language, string expected) => Assert.Equal(expected, QuestionHeading.From(2, "Wie kam es dazu?", language));

    [Fact]
    public void A_clause_that_ends_with_a_colon_of_its_own_leaves_no_space_behind() =>
        Assert.Equal("Question 1\u00A0: Un deux trois quatre cinq…", QuestionHeading.From(1, "Un deux trois quatre cinq : six sept huit neuf dix onze douze treize quatorze quinze ?", "fr"));
}
