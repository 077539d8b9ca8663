using System.Globalization;
using ThesisApp.ModelSimulator.Faults;
using ThesisApp.ModelSimulator.Wire;

namespace ThesisApp.ModelSimulator.Answers;

/// <summary>Makes an outline: an introduction, what is known, the method, a section for each research question, and what follows.</summary>
internal static class OutlineMaker
{
    private static readonly string[] Known = ["Earlier Work", "What Is Known", "The State of Knowledge"];

    /// <summary>Makes it, with such faults as are due.</summary>
    public static string Write(PromptReader prompt, FaultPlan faults, Dice dice, List<string> flaws)
    {
        bool cyclic = Happens(FaultNames.CyclicOutline);
        bool uncovered = Happens(FaultNames.UncoveredQuestion);
        string[] findings = [.. Enumerable.Range(1, prompt.Questions.Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"findings-{number}"))];
        object[] answers = [.. prompt.Questions.Select((question, i) => Answer(question, i, findings[i], uncovered && i == prompt.Questions.Count - 1))];
        return WireText.Json(new
        {
            chapters = new[]
            {
                Chapter("opening", "Introduction",
                    Section("occasion", "The Occasion", "introduction", $"Why {prompt.Title} is worth a study, and to whom.", 8, cyclic ? ["answers"] : [], ["occasion"]),
                    Section("questions", "The Questions", "introduction", "The research questions and what follows from them.", 4, ["objectives"], [])),
                Chapter("known", Known[dice.Choose("known", Known.Length)],
                    Section("terms", "Terms", "literature", "The terms that the study rests on.", 8, ["glossary"], ["concepts"]),
                    Section("studies", "Studies", "literature", "What earlier studies have measured and found.", 12, [], ["evidence"]),
                    Section("lens", "A Lens", "framework", "The concepts that guide the study.", 6, [], ["lens"])),
                Chapter("method", "Method", Section("design", "Design", "methodology", "How the study was designed, on what data, and within what limits.", 8, ["objectives"], ["design"])),
                Chapter("findings", "Findings", answers),
                Chapter("close", "Discussion and Conclusion",
                    Section("meaning", "What It Means", "discussion", "What the findings mean beside earlier studies.", 8, findings, ["meaning"]),
                    Section("answers", "Answers", "conclusion", "The answers to the research questions.", 8, cyclic ? ["objectives", "occasion", .. findings] : ["objectives", .. findings], ["answers"])),
            },
        });

        bool Happens(string fault)
        {
            if (!faults.Happens(fault))
            {
                return false;
            }

            flaws.Add(fault);
            return true;
        }
    }

    private static object Answer(string question, int index, string findings, bool isLeftOut) => Section(
        string.Create(CultureInfo.InvariantCulture, $"question-{index + 1}"),
        isLeftOut ? "Further Matters" : question,
        isLeftOut ? "literature" : "results",
        isLeftOut ? "What else there is to say." : question,
        14,
        [],
        [findings],
        isLeftOut ? 0 : index + 1);

    private static object Chapter(string id, string title, params object[] sections) => new { id, title, sections };

    private static object Section(string id, string title, string role, string brief, int words, string[] needs, string[] gives, int question = 0) =>
        new { id, title, role, brief, words, needs, gives, question };
}
