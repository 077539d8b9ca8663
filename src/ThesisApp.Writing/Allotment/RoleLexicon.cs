using System.Collections.Frozen;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Allotment;

/// <summary>Words by which texts of one kind are told: what a study's method is written in differs from what its findings are.</summary>
internal static class RoleLexicon
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByRole = new Dictionary<string, string>
    {
        [SectionRoles.Introduction] =
            "background introduction motivation history origin began beginning early first problem need purpose reason importance practice ordinary overview",
        [SectionRoles.Literature] =
            "literature related concept theory definition defines principle prior technique algorithm approach design evidence compared comparison earlier survey review terminology kind generation",
        [SectionRoles.Framework] =
            "framework theory law model principle perspective concept trade-off relationship constraint driver abstraction construct factor tension consequence",
        [SectionRoles.Methodology] =
            "method methodology methodological validity reliability protocol sampling sample interview survey questionnaire coding coded researcher respondent participant triangulation qualitative quantitative hypothesis "
            + "hypotheses proposition ethics ethical bias consent generalise generalisation generalization replication threat confounding archival exploratory explanatory dataset mining",
        [SectionRoles.Case] =
            "created founded founder established origin goal goals began built architecture component history version release project organisation organization structure implementation format written designed consist site company team",
        [SectionRoles.Results] =
            "finding result measured measurement percent performance faster slower reduced increased improvement evaluation observed evidence release changed replaced introduced became",
        [SectionRoles.Discussion] =
            "implication limitation threat lesson interpretation consequence recommendation recommend advice discussion weakness strength compromise cost risk should practitioner",
        [SectionRoles.Conclusion] =
            "conclusion summary future outlook answer transition open remains legacy next ongoing plan planned successor migration",
    }.ToFrozenDictionary(pair => pair.Key, pair => Words.Stems(pair.Value).Concat(pair.Value.Split(' ').Select(Words.Stem)).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    // A heading says in three words what its text is for.
    private const double HeadingWeight = 4;

    /// <summary>How much of a text's vocabulary is a role's: matches in a hundred words, the heading's counted several times.</summary>
    public static double Density(string role, string? heading, string text)
    {
        if (!ByRole.TryGetValue(role, out FrozenSet<string>? lexicon))
        {
            return 0;
        }

        int words = 0;
        double matches = (heading is null ? 0 : Words.Of(heading).Count(Matches)) * HeadingWeight;
        foreach (string word in Words.Of(text))
        {
            words++;
            matches += Matches(word) ? 1 : 0;
        }

        return words == 0 ? 0 : 100 * matches / Math.Max(words, 40);

        bool Matches(string word) => lexicon.Contains(Words.Stem(word));
    }
}
