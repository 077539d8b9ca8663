using System.Text;
using ThesisApp.Core.Citations;
using ThesisApp.Core.Templates;

namespace ThesisApp.Core.Specification;

/// <summary>Reads <c>thesis.yaml</c> and names every mistake in it at once, with its line and what would be right.</summary>
public static class SpecReader
{
    /// <summary>Largest specification, in UTF-8 bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Fewest words of a thesis.</summary>
    public const int MinWords = 500;

    /// <summary>Most words of a thesis.</summary>
    public const int MaxWords = 200_000;

    /// <summary>The value of <c>approve</c> that makes a run wait for the user's word on its outline.</summary>
    public const string ApproveOutline = "outline";

    /// <summary>The value of <c>outline</c> that has a chat model make the outline; the other one is <c>template</c>.</summary>
    public const string OutlineByModel = "model";

    private static readonly string[] Outliners = ["template", OutlineByModel];

    private static readonly string[] Researchers = ["plan", OutlineByModel];

    private static readonly string[] YesNo = ["true", "false"];

    private static readonly string[] Approvals = [ApproveOutline];

    private static readonly string[] Keys =
    [
        "title", "author", "institution", "degree", "supervisor", "date", "topic", "caseStudy", "researchQuestions", "template", "outline", "research", "chapters",
        "words", "language", "citationStyle", "sources", "bibliography", "budget", "approve", "aiStatement",
    ];

    private static readonly string[] BudgetKeys = ["tokens", "cost", "minutes"];

    /// <summary>Reads a specification. Never throws for what the text holds.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="fileName">What the diagnostics call the file.</param>
    public static SpecReadResult Read(string yaml, string fileName)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        SpecProblems problems = new(fileName);
        if (Encoding.UTF8.GetByteCount(yaml) > MaxBytes)
        {
            problems.Add(0, 0, "The specification is larger than 1 MB.", "Put texts into source files and name those under 'sources'.");
            return Failed(problems);
        }

        if (YamlTree.Load(yaml, problems) is not { } root)
        {
            return Failed(problems);
        }

        SpecNode spec = new(root, problems, "the specification");
        spec.AllowOnly(Keys);
        IReadOnlyList<SpecNode> sources = spec.Items("sources", required: true);
        Dictionary<SectionSpec, SpecNode> places = new(ReferenceEqualityComparer.Instance);
        int? words = spec.Number("words", MinWords, MaxWords);
        ThesisSpec read = new()
        {
            Title = spec.Text("title", required: true, maxLength: 300) ?? string.Empty,
            Topic = spec.Text("topic", required: true, maxLength: 1_000) ?? string.Empty,
            CaseStudy = spec.Text("caseStudy", maxLength: 1_000),
            Author = spec.Text("author", maxLength: 300),
            Institution = spec.Text("institution", maxLength: 300),
            Degree = spec.Text("degree", maxLength: 300),
            Supervisor = spec.Text("supervisor", maxLength: 300),
            Date = spec.Text("date", maxLength: 100),
            ResearchQuestions = ReadQuestions(spec),
            Template = spec.OneOf("template", TemplateCatalog.Names),
            OutlineBy = spec.OneOf("outline", Outliners) == OutlineByModel ? OutlineByModel : null,
            ResearchBy = spec.OneOf("research", Researchers) == OutlineByModel ? OutlineByModel : null,
            Chapters = ChapterReader.Read(spec.Items("chapters", required: false), places),
            Words = words ?? 12_000,
            Language = ReadLanguage(spec),
            CitationStyle = spec.OneOf("citationStyle", CitationStyleNames.All) ?? CitationStyleNames.Apa,
            Budget = ReadBudget(spec),
            Approve = spec.OneOf("approve", Approvals),
            AiStatement = spec.OneOf("aiStatement", YesNo) is { } statement ? statement == "true" : null,
            Sources = [.. sources.Select(ReadPath)],
            Bibliography = spec.Child("bibliography") is { } bibliography ? ReadPath(bibliography) : null,
        };

        if (spec.Child("template") is { } template && read.Chapters.Count > 0)
        {
            template.Report("A specification has either a template or chapters of its own.", "Remove 'template' or 'chapters'.");
        }

        if (read.OutlineBy is not null && read.Chapters.Count > 0)
        {
            spec.Child("outline")!.Report("A model makes the outline of a specification that has no chapters of its own.", "Remove 'outline' or 'chapters'.");
        }

        if (read.Template is null && read.Chapters.Count == 0)
        {
            read = read with { Template = TemplateCatalog.Default };
        }

        OutlineRules.Check(read, places, problems);
        if (words is not null || spec.Child("words") is null)
        {
            OutlineRules.CheckBudgets(read, spec);
        }
        return problems.Count == 0
            ? new SpecReadResult(read, [], [.. sources.Select(source => source.Line)], spec.Child("bibliography")?.Line ?? 0)
            : Failed(problems);
    }

    private static SpecReadResult Failed(SpecProblems problems) => new(null, problems.InOrder(), [], 0);

    private static List<string> ReadQuestions(SpecNode spec)
    {
        List<string> questions = [];
        foreach (SpecNode item in spec.Items("researchQuestions", required: true))
        {
            if (item.AsText(maxLength: 1_000) is not { } question)
            {
                continue;
            }

            if (questions.Contains(question))
            {
                item.Report("This research question stands here twice.", "Remove one of them.");
            }

            questions.Add(question);
        }

        if (questions.Count > 12)
        {
            spec.Child("researchQuestions")!.Report($"There are {questions.Count} research questions.", "At most 12 can be answered in one thesis.");
        }

        return questions;
    }

    private static string ReadLanguage(SpecNode spec)
    {
        string language = spec.Text("language", maxLength: 35) ?? "en";
        bool wellFormed = language.Split('-') is [{ Length: 2 or 3 } primary, .. string[] rest]
            && primary.All(char.IsAsciiLetter)
            && rest.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
        if (!wellFormed)
        {
            spec.Child("language")?.Report($"'{language}' is not a language tag.", "Write one such as en, en-GB or de.");
        }

        return language;
    }

    private static BudgetSpec? ReadBudget(SpecNode spec)
    {
        if (spec.Child("budget") is not { } budget)
        {
            return null;
        }

        budget.AllowOnly(BudgetKeys);
        return new BudgetSpec(budget.Number("tokens", 1_000, int.MaxValue), budget.Amount("cost"), budget.Number("minutes", 1, 100_000));
    }

    private static string ReadPath(SpecNode node)
    {
        string path = node.AsText(maxLength: 500) ?? string.Empty;
        if (path.Length > 0 && Sources.SourceRules.CheckPath(path) is { } problem)
        {
            node.Report(problem.Message, problem.Remedy);
        }

        return path;
    }
}
