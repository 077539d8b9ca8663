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
}
