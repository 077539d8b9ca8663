using ThesisApp.Writing.Chat.Prompts;

namespace ThesisApp.Writing.Tests.Chat;

public sealed class PromptTests
{
    private const string File = "---\nversion: 2\ninputs: a, b\n---\nSay {{a}} and {{b}}.\n";

    [Fact]
    public void Every_prompt_of_the_assembly_can_be_read() => Assert.All(
        [PromptCatalog.System, PromptCatalog.Draft, PromptCatalog.Revise, PromptCatalog.Review, PromptCatalog.Establish, PromptCatalog.Frame, PromptCatalog.Abstract, PromptCatalog.Outline, PromptCatalog.Consistency],
        prompt => Assert.StartsWith($"{prompt.Name}/", prompt.Version, StringComparison.Ordinal));

    [Fact]
    public void An_input_that_looks_like_a_placeholder_stays_what_it_is() => Assert.Equal("Say {{b}} and 2.", PromptTemplate.Parse("p", File).Render(new Dictionary<string, string> { ["a"] = "{{b}}", ["b"] = "2" }));

    [Fact]
    public void A_missing_input_is_an_error() => Assert.Throws<ArgumentException>(() => PromptTemplate.Parse("p", File).Render(new Dictionary<string, string> { ["a"] = "1" }));

    [Theory]
    [InlineData("Say {{a}}.")]
    [InlineData("---\nversion: 1\ninputs: a\n---\nSay {{b}}.")]
    [InlineData("---\nversion: 1\ninputs: a, b\n---\nSay {{a}}.")]
    public void A_file_without_a_head_or_with_other_inputs_than_it_names_is_refused(string file) => Assert.Throws<InvalidDataException>(() => PromptTemplate.Parse("p", file));

    [Fact]
    public void A_changed_text_is_another_version_even_where_its_number_is_not() =>
        Assert.NotEqual(PromptTemplate.Parse("p", File).Version, PromptTemplate.Parse("p", File.Replace("Say", "Tell", StringComparison.Ordinal)).Version);
}
