using System.Text.RegularExpressions;
using ThesisApp.Core.Drafts;

namespace ThesisApp.Core.Consistency;

/// <summary>Makes spellings alike in what agents wrote of their own: not between quotation marks, not in names of works and sections, not where a research question is stated, and never in what a person wrote.</summary>
public static partial class TermMender
{
    /// <summary>The manuscript with its spellings made alike.</summary>
    public static Manuscript Apply(Manuscript manuscript, IReadOnlyList<TermMend> mends)
    {
        ArgumentNullException.ThrowIfNull(manuscript);
        ArgumentNullException.ThrowIfNull(mends);
        IReadOnlyList<string> questions = manuscript.Spec.ResearchQuestions;
        return mends.Count == 0 ? manuscript : manuscript with
        {
            FrontMatter = manuscript.FrontMatter with { Abstract = Mend(manuscript.FrontMatter.Abstract, mends, questions) },
            Chapters = [.. manuscript.Chapters.Select(frame => frame with { Opening = Mend(frame.Opening, mends, questions) })],
            Sections =
            [
                .. manuscript.Sections.Select(review => mends.Where(mend => mend.Sections.Contains(review.Draft.SectionId, StringComparer.Ordinal)).ToArray() is { Length: > 0 } own
                    ? review with { Draft = review.Draft with { Paragraphs = Mend(review.Draft.Paragraphs, own, questions) } }
                    : review),
            ],
        };
    }

    /// <summary>True if a section has the spelling where it would be made like the other.</summary>
    public static bool Changes(SectionDraft draft, TermMend mend, IReadOnlyList<string> questions)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(mend);
        ArgumentNullException.ThrowIfNull(questions);
        return draft.Paragraphs.Where(paragraph => !paragraph.IsFloat).SelectMany(paragraph => paragraph.Sentences).Any(sentence => !ReferenceEquals(Mend(sentence, [mend], questions), sentence));
    }

    /// <summary>A text with a spelling made like another.</summary>
    public static string Apply(string text, TermMend mend)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mend);
        if (HasUnpaired(text))
        {
            return text;
        }

        // What is passed over is matched first, and so never looked into.
        return Regex.Replace(
            text,
            $@"(?<kept>{Kept})|(?<![\p{{L}}\p{{N}}_/.@\\-]){Regex.Escape(mend.Variant)}(?<plural>s?)(?![\p{{L}}\p{{N}}_/@\\-]|\.[\p{{L}}\p{{N}}])",
            match => match.Groups["kept"].Success ? match.Value : AsWritten(match, mend.Preferred),
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1));
    }

    // Quotations, code, addresses, and what is written in later. A closing single quotation mark is one that no letter follows: else it is an apostrophe.
    private const string Kept = "“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|‘[^‘]*?’(?!\\p{L})|(?<![\\p{L}\\p{N}])'[^']*'(?![\\p{L}\\p{N}])|`[^`]*`|(?:https?://|www\\.)\\S+|\\{[^{}]*\\}";

    private static string AsWritten(Match match, string preferred)
    {
        string plain = preferred + match.Groups["plural"].Value;
        if (char.IsUpper(match.Value[0]))
        {
            return char.ToUpperInvariant(plain[0]) + plain[1..];
        }

        // Named after the beginning of a sentence; a name has its capital wherever it stands, and so has what it replaces.
        return plain.AsSpan(1).ContainsAnyInRange('A', 'Z') ? plain : char.ToLowerInvariant(plain[0]) + plain[1..];
    }

    private static Paragraph[] Mend(IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<TermMend> mends, IReadOnlyList<string> questions) =>
        [.. paragraphs.Select(paragraph => paragraph.IsFloat ? paragraph : paragraph with { Sentences = [.. paragraph.Sentences.Select(sentence => Mend(sentence, mends, questions))] })];

    // A sentence with words of a source between own ones holds them literally.
    private static Sentence Mend(Sentence sentence, IReadOnlyList<TermMend> mends, IReadOnlyList<string> questions)
    {
        if (sentence.Verbatim is not null || sentence.Quoted is not null || questions.Any(question => sentence.Text.Contains(question.TrimEnd('?', '.'), StringComparison.OrdinalIgnoreCase)))
        {
            return sentence;
        }

        string text = mends.Aggregate(sentence.Text, Apply);
        return text == sentence.Text ? sentence : sentence with { Text = text };
    }

    private static bool HasUnpaired(string text) => QuotationMark().IsMatch(Pair().Replace(text, string.Empty));

    [GeneratedRegex(Kept)]
    private static partial Regex Pair();

    [GeneratedRegex("[“”„«»\"]")]
    private static partial Regex QuotationMark();
}
