using ThesisApp.Core.Consistency;

namespace ThesisApp.Core.Tests.Consistency;

public sealed class SpellingVariantsTests
{
    [Theory]
    [InlineData("data base", "database", "en")]
    [InlineData("Data-Base", "database", "en")]
    [InlineData("database", "data base", "en")]
    [InlineData("behavior", "behaviour", "en-GB")]
    [InlineData("labour market", "labor market", "en-US")]
    [InlineData("organised", "organized", "en")]
    public void Two_spellings_of_one_term_may_be_made_alike(string variant, string preferred, string language) => Assert.True(SpellingVariants.MayBecome(variant, preferred, language));

    [Theory]
    [InlineData("data base", "data store", "en")]
    [InlineData("database", "Database", "en")]
    [InlineData("object-store", "object store", "en")]
    [InlineData("every day", "everyday", "en")]
    [InlineData("set up", "setup", "en")]
    [InlineData("shut down", "shutdown", "en")]
    [InlineData("roll out", "rollout", "en")]
    [InlineData("behaviour", "behavior", "en-GB")]
    [InlineData("behavior", "behaviour", "en-US")]
    [InlineData("programme", "program", "en")]
    [InlineData("licence", "license", "en")]
    [InlineData("a.*b", "a*b", "en")]
    [InlineData("", "database", "en")]
    public void Other_words_and_other_meanings_stay_apart(string variant, string preferred, string language) => Assert.False(SpellingVariants.MayBecome(variant, preferred, language));
}
