using System.Globalization;
using ThesisApp.Core.Documents;

namespace ThesisApp.Core.Outlines;

/// <summary>Makes the heading of the section that answers a research question.</summary>
public static class QuestionHeading
{
    private const int MaxWords = 14;

    /// <summary>The question's number and the question itself; of a long one, its first clauses: <c>Question 2: What drove the changes?</c></summary>
    /// <param name="number">The question's place, from 1.</param>
    /// <param name="question">The question as the specification asks it.</param>
    /// <param name="language">The thesis's language (BCP 47).</param>
    public static string From(int number, string question, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(question);
        DocumentWords words = DocumentWords.For(language);
        return string.Create(CultureInfo.InvariantCulture, $"{words.Question} {number}{words.Colon} {Shorten(string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))}");
    }

    private static string Shorten(string question)
    {
        string[] words = question.Split(' ');
        if (words.Length <= MaxWords)
        {
            return question;
        }

        // A clause that ends within the limit reads better than a cut in the middle of one.
        int clause = Array.FindLastIndex(words, MaxWords - 1, word => word[^1] is ',' or ';' or ':');
        int kept = clause >= MaxWords / 3 ? clause + 1 : MaxWords;
        return string.Join(' ', words, 0, kept).TrimEnd(',', ';', ':', ' ') + "…";
    }
}
