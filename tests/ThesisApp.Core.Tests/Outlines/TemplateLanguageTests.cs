using ThesisApp.Core.Templates;

namespace ThesisApp.Core.Tests.Outlines;

public sealed class TemplateLanguageTests
{
    [Theory]
    [InlineData("de")]
    [InlineData("fr-CA")]
    [InlineData("es")]
    public void Every_title_and_brief_of_the_template_is_translated(string language)
    {
        ThesisTemplate english = TemplateCatalog.Get(TemplateCatalog.Default);
        ThesisTemplate template = TemplateCatalog.Get(TemplateCatalog.Default, language);
        Assert.Equal(english.Chapters.Select(chapter => chapter.Id), template.Chapters.Select(chapter => chapter.Id));
        Assert.All(english.Artifacts.Zip(template.Artifacts), pair => Assert.NotEqual(pair.First.Brief, pair.Second.Brief));
        Assert.All(
            english.Chapters.SelectMany(chapter => chapter.Sections).Zip(template.Chapters.SelectMany(chapter => chapter.Sections)),
            pair =>
            {
                Assert.NotEqual(pair.First.Title, pair.Second.Title);
                Assert.True(pair.First.Brief == "{question}" || pair.First.Brief != pair.Second.Brief, pair.First.Id);
                Assert.Equal(pair.First.Weight, pair.Second.Weight);
            });
    }

    [Theory]
    [InlineData("en", "Validity and Reliability")]
    [InlineData("de", "Gültigkeit und Zuverlässigkeit")]
    [InlineData("fr", "Validité et fiabilité")]
    [InlineData("es", "Validez y fiabilidad")]
    public void A_title_is_whole(string language, string title) =>
        Assert.Contains(TemplateCatalog.Get(TemplateCatalog.Default, language).Chapters.SelectMany(chapter => chapter.Sections), section => section.Title == title);

    [Fact]
    public void A_language_without_a_translation_gets_the_English_template() =>
        Assert.Equal("Introduction", TemplateCatalog.Get(TemplateCatalog.Default, "cy").Chapters[0].Title);
}
