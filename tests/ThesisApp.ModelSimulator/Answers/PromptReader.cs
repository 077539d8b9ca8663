using System.Globalization;
using System.Text.RegularExpressions;
using ThesisApp.ModelSimulator.Wire;

namespace ThesisApp.ModelSimulator.Answers;

/// <summary>What a prompt asks for and gives, as far as a simulated model must understand it.</summary>
/// <param name="Task">What is to be done: <c>draft</c>, <c>revise</c>, ...; <c>chat</c> where nothing says so.</param>
/// <param name="Words">How long the text is to be.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Passages">Passages that may be cited.</param>
/// <param name="Verbatim">Sentences that are to stand in the text word for word.</param>
/// <param name="WantsJson">Whether the answer is to be JSON.</param>
internal sealed partial record PromptReader(string Task, int Words, string Title, IReadOnlyList<PromptPassage> Passages, IReadOnlyList<string> Verbatim, bool WantsJson)
{
    /// <summary>The research questions.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>The sections of a whole that is to be read.</summary>
    public IReadOnlyList<PromptSection> Sections { get; init; } = [];

    /// <summary>Reads the first message of the user; what follows in a conversation is about its answer.</summary>
    public static PromptReader Of(SimulatedRequest request)
    {
        string text = request.Messages.FirstOrDefault(message => message.Role == "user").Text ?? string.Empty;
        return new PromptReader(
            TaskLine().Match(text) is { Success: true } task ? task.Groups[1].Value : "chat",
            WordsLine().Match(text) is { Success: true } words ? int.Parse(words.Groups[1].Value, CultureInfo.InvariantCulture) : 120,
            TitleLine().Match(text) is { Success: true } title ? title.Groups[1].Value.Trim() : "the matter",
            [.. PassageBlock().Matches(text).Select(match => new PromptPassage(match.Groups[1].Value, match.Groups[2].Value.Trim()))],
            [.. VerbatimLine().Matches(text).Select(match => match.Groups[1].Value.Trim())],
            request.WantsJson)
        {
            Questions = QuestionBlock().Match(text) is { Success: true } block ? [.. QuestionLine().Matches(block.Groups[1].Value).Select(match => match.Groups[1].Value.Trim())] : [],
            Sections = [.. SectionBlock().Matches(text).Select(match => new PromptSection(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value.Trim()))],
        };
    }

    [GeneratedRegex(@"^Task: ([a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex TaskLine();

    [GeneratedRegex(@"^Words: (\d+)", RegexOptions.Multiline)]
    private static partial Regex WordsLine();

    [GeneratedRegex(@"^Title: (.+)$", RegexOptions.Multiline)]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"^State word for word: (.+)$", RegexOptions.Multiline)]
    private static partial Regex VerbatimLine();

    [GeneratedRegex(@"^The research questions of the thesis:\n((?:\d+\. .+\n?)+)", RegexOptions.Multiline)]
    private static partial Regex QuestionBlock();

    [GeneratedRegex(@"^\d+\. (.+)$", RegexOptions.Multiline)]
    private static partial Regex QuestionLine();

    [GeneratedRegex("^<section [^>]*number=\"([^\"]+)\" title=\"([^\"]*)\"[^>]*>\n(.*?)\n</section", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SectionBlock();

    [GeneratedRegex("^<passage [^>]*cite=\"([^\"]+)\"[^>]*>\n(.*?)\n</passage", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex PassageBlock();
}
