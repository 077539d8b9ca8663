using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Tests.Support;

namespace ThesisApp.Core.Tests;

/// <summary>What tasks hand to each other survives being stored.</summary>
public sealed class CoreJsonTests
{
    [Fact]
    public void A_manuscript_is_read_back_as_it_was()
    {
        Manuscript manuscript = new Drafted { Questions = ["Why?"] }.With(SectionRoles.Results, 10, 0, Drafted.Borrowed("It “grew” – é 😀 </script>.")).Manuscript;

        Assert.Equal(Write(manuscript, CoreJson.Default.Manuscript), Again(manuscript, CoreJson.Default.Manuscript));
    }

    [Fact]
    public void An_outline_is_read_back_as_it_was()
    {
        Outline outline = OutlineBuilder.Build(SpecText.ReadValid(""));

        Assert.Equal(Write(outline, CoreJson.Default.Outline), Again(outline, CoreJson.Default.Outline));
        Assert.Equal(outline.Sections.Select(section => section.Id), JsonSerializer.Deserialize(Write(outline, CoreJson.Default.Outline), CoreJson.Default.Outline)!.Sections.Select(section => section.Id));
    }

    [Fact]
    public void A_task_is_read_back_as_it_was()
    {
        TaskDefinition task = RunPlanner.Expand(OutlineBuilder.Build(SpecText.ReadValid("")))[0];
        TaskDefinition read = JsonSerializer.Deserialize(Write(task, CoreJson.Default.TaskDefinition), CoreJson.Default.TaskDefinition)!;

        Assert.Equal((task.Id, task.Kind, task.Title, task.Subject, task.Cost, task.Priority, task.MaxAttempts), (read.Id, read.Kind, read.Title, read.Subject, read.Cost, read.Priority, read.MaxAttempts));
        Assert.Equal(task.Needs, read.Needs);
    }

    [Fact]
    public void Kinds_are_written_as_words() => Assert.Contains("\"kind\":\"numbered\"", Write(new SectionDraft("s", [new Paragraph(ParagraphKind.Numbered, [])], null), CoreJson.Default.SectionDraft), StringComparison.Ordinal);

    [Fact]
    public void What_is_not_there_is_not_written() => Assert.DoesNotContain("note", Write(new SectionDraft("s", [], null), CoreJson.Default.SectionDraft), StringComparison.Ordinal);

    private static string Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    private static string Again<T>(T value, JsonTypeInfo<T> type) => Write(JsonSerializer.Deserialize(Write(value, type), type)!, type);
}
