using ThesisApp.ModelSimulator.Faults;
using ThesisApp.ModelSimulator.Wire;

namespace ThesisApp.ModelSimulator.Answers;

/// <summary>Writes the answer to a prompt, and the flaws that it has.</summary>
internal static class AnswerWriter
{
    private const double RevisionsAskedFor = 0.25;

    /// <summary>Writes; with <paramref name="fill"/> a section has the length asked for, whatever passages there are.</summary>
    /// <returns>The text and the names of the faults in it.</returns>
    public static (string Text, IReadOnlyList<string> Flaws) Write(PromptReader prompt, FaultPlan faults, Dice dice, bool fill)
    {
        List<string> flaws = [];
        string text = prompt.Task switch
        {
            "draft" or "revise" => ProseWriter.Write(prompt, faults, dice, flaws, fill),
            "outline" => OutlineMaker.Write(prompt, faults, dice, flaws),
            "consistency" => WholeReader.Write(prompt, faults, flaws),
            "establish" => Establish(prompt, dice),
            "research" => WireText.Json(new { queries = prompt.Questions.Take(2).Prepend(prompt.Title) }),
            "review" => Review(dice),
            "abstract" => Abstract(prompt),
            "frame" => Frame(prompt),
            _ => $"This is what can be said of {prompt.Title}.",
        };
        if (prompt.WantsJson && faults.Happens(FaultNames.MalformedJson))
        {
            flaws.Add(FaultNames.MalformedJson);
            text = text[..(text.Length / 2)];
        }

        return (text, flaws);
    }

    private static string Establish(PromptReader prompt, Dice dice) => WireText.Json(new
    {
        claims = prompt.Passages.Take(4).Select(passage => new { text = Sentences.Of(passage.Text)[0], cite = passage.Cite }),
        terms = prompt.Passages.SelectMany(passage => Sentences.LongWords(passage.Text).Skip(dice.Choose("term", 3)).Take(1)).Distinct(StringComparer.OrdinalIgnoreCase).Take(8),
    });

    // A sentence that a section shares with an earlier one of its chapter is one too many.
    private static string Frame(PromptReader prompt)
    {
        List<object> repetitions = [];
        Dictionary<string, string> said = new(StringComparer.Ordinal);
        foreach (PromptSection section in prompt.Sections)
        {
            foreach (string sentence in Sentences.Of(section.Text))
            {
                if (!said.TryAdd(sentence, section.Number) && said[sentence] != section.Number)
                {
                    repetitions.Add(new { section = section.Number, quotation = sentence, earlier = said[sentence] });
                }
            }
        }

        return WireText.Json(new
        {
            opening = $"This chapter turns to {prompt.Title}. Its sections follow from each other and lead to what the next chapter takes up.",
            transitions = prompt.Sections.Skip(1).Select(section => new { section = section.Number, sentence = $"From here the chapter goes on to {section.Title}." }),
            repetitions = repetitions.Take(10),
        });
    }

    private static string Review(Dice dice) => dice.Throw("verdict") < RevisionsAskedFor
        ? WireText.Json(new { verdict = "revise", reasons = new[] { "Say more plainly in the first sentence what the section answers." } })
        : WireText.Json(new { verdict = "accept", reasons = Array.Empty<string>() });

    private static string Abstract(PromptReader prompt)
    {
        string[] told = [.. prompt.Passages.Select(passage => Sentences.Of(passage.Text)[0])];
        List<string> lines = [.. prompt.Verbatim.Take(1).Select(question => $"This thesis asks: {question}")];
        int words = 0;
        foreach (string sentence in told)
        {
            if (words > prompt.Words)
            {
                break;
            }

            lines.Add(sentence);
            words += Sentences.CountWords(sentence);
        }

        return WireText.Json(new
        {
            paragraphs = new[] { string.Join(' ', lines.DefaultIfEmpty($"This thesis is about {prompt.Title}.")) },
            keywords = told.SelectMany(Sentences.LongWords).Distinct(StringComparer.OrdinalIgnoreCase).Take(5).DefaultIfEmpty("thesis"),
        });
    }
}
