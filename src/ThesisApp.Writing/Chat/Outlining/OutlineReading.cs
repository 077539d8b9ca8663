using System.Globalization;
using System.Text;
using System.Text.Json;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Chat.Grounding;

namespace ThesisApp.Writing.Chat.Outlining;

/// <summary>Reads a model's outline by the rules that a user's own chapters keep (names, roles, artifacts, cycles, budgets), and by those that a model's keeps besides: each question covered, no orders in titles, a size that can be written.</summary>
internal static class OutlineReading
{
    private const int MostChapters = 20;
    private const int MostSections = 120;

    /// <summary>The outline, or null with every reason why it cannot be used.</summary>
    public static (Outline? Outline, IReadOnlyList<string> Problems) Read(OutlineAnswer answer, ThesisSpec spec)
    {
        OutlineAnswerSection[] sections = [.. answer.Chapters.SelectMany(chapter => chapter.Sections)];
        if (sections.Length == 0 || answer.Chapters.Count > MostChapters || sections.Length > Math.Min(MostSections, spec.Words / OutlineBuilder.MinSectionWords))
        {
            return (null, [string.Create(CultureInfo.InvariantCulture,
                $"It has {answer.Chapters.Count} chapters with {sections.Length} sections. A thesis of {spec.Words} words has at least one section, and at most {MostChapters} chapters and {Math.Min(MostSections, spec.Words / OutlineBuilder.MinSectionWords)} sections.")]);
        }

        // Models are poor at sums: what they give are weights.
        IReadOnlyList<int> words = WordBudget.Share(spec.Words, [.. sections.Select(section => Math.Clamp(section.Words, 1, SpecReader.MaxWords))]);
        string form = Write(answer, words);
        OutlineReadResult read = OutlineReader.Read(form, "outline", spec, []);
        string[] lines = form.Split('\n');
        List<string> problems =
        [
            .. read.Diagnostics.Select(diagnostic => $"{(diagnostic.Line > 0 && diagnostic.Line <= lines.Length ? $"At {lines[diagnostic.Line - 1].Trim().TrimEnd(',')}: " : string.Empty)}{diagnostic.Message} {diagnostic.Remedy}"),
            .. sections.Zip(words).Where(pair => pair.Second < OutlineBuilder.MinSectionWords).Select(pair => string.Create(CultureInfo.InvariantCulture,
                $"Of {spec.Words} words the section '{pair.First.Id}' is left with {pair.Second}; {OutlineBuilder.MinSectionWords} are the least. Give it more, or join it with another.")),
        ];
        if (answer.Chapters.Select(chapter => chapter.Title).Concat(sections.SelectMany(section => new[] { section.Title, section.Brief })).Any(text => ForeignText.Find(text, []) is not null))
        {
            problems.Add("A title or a brief holds orders, markup or an address. They say what is to be written, and nothing else.");
        }

        if (read.Outline is { } outline)
        {
            problems.AddRange(QuestionCoverage.FindGaps(outline, spec.ResearchQuestions.Count));
        }

        return problems.Count == 0 ? (read.Outline, []) : (null, problems);
    }

    // JSON is YAML: written so, it goes through the reader of users' outlines, and is nothing but texts and numbers to it.
    private static string Write(OutlineAnswer answer, IReadOnlyList<int> words)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            int index = 0;
            json.WriteStartObject();
            json.WriteStartArray("chapters");
            foreach (OutlineAnswerChapter chapter in answer.Chapters)
            {
                json.WriteStartObject();
                json.WriteString("id", chapter.Id);
                json.WriteString("title", chapter.Title);
                json.WriteStartArray("sections");
                foreach (OutlineAnswerSection section in chapter.Sections)
                {
                    Write(json, section, words[index++]);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, OutlineAnswerSection section, int words)
    {
        json.WriteStartObject();
        json.WriteString("id", section.Id);
        json.WriteString("title", section.Title);
        json.WriteString("role", section.Role);
        json.WriteString("brief", section.Brief);
        json.WriteNumber("words", Math.Max(1, words));
        Write(json, "needs", section.Needs);
        Write(json, "gives", section.Gives);
        if (section.Question != 0)
        {
            json.WriteNumber("question", section.Question);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
