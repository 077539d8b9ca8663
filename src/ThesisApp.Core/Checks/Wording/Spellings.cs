using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;

namespace ThesisApp.Core.Checks.Wording;

/// <summary>British and American spelling in one text.</summary>
internal static partial class Spellings
{
    private static readonly FrozenDictionary<string, string> BritishToAmerican = (
        "analyse:analyze analysed:analyzed analysing:analyzing behaviour:behavior behaviours:behaviors catalogue:catalog centre:center centres:centers colour:color colours:colors "
        + "defence:defense favour:favor favoured:favored favours:favors fibre:fiber flavour:flavor fulfil:fulfill grey:gray honour:honor labelled:labeled labelling:labeling labour:labor licence:license "
        + "metre:meter metres:meters modelled:modeled modelling:modeling neighbour:neighbor neighbours:neighbors neighbouring:neighboring organisation:organization organisations:organizations organise:organize organised:organized "
        + "optimise:optimize optimised:optimized optimisation:optimization recognise:recognize recognised:recognized summarise:summarize summarised:summarized serialise:serialize serialised:serialized "
        + "sceptical:skeptical theatre:theater travelled:traveled cancelled:canceled signalling:signaling artefact:artifact artefacts:artifacts judgement:judgment programme:program sulphur:sulfur "
        + "emphasise:emphasize emphasised:emphasized minimise:minimize minimised:minimized maximise:maximize generalise:generalize generalised:generalized characterise:characterize characterised:characterized prioritise:prioritize utilise:utilize standardise:standardize standardised:standardized")
        .Split(' ').Select(pair => pair.Split(':')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    // Oxford spelling has -ize and is British; a word that is one thing in both, or another thing, tells nothing.
    private static readonly FrozenSet<string> TellNothing = "program license catalog artifact artifacts judgment fulfill gray meter meters".Split(' ').ToFrozenSet();

    /// <summary>True if a word may be written another way without becoming another word: both are one, and the second is not the one that the language does not have.</summary>
    public static bool MayBecome(string word, string other, string language) =>
        (BritishToAmerican.GetValueOrDefault(word) == other && !TellNothing.Contains(other) && !string.Equals(language, "en-GB", StringComparison.OrdinalIgnoreCase))
        || (BritishToAmerican.GetValueOrDefault(other) == word && !TellNothing.Contains(word) && !string.Equals(language, "en-US", StringComparison.OrdinalIgnoreCase));

    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        if (!thesis.IsEnglish)
        {
            yield break;
        }

        FrozenSet<string> american = BritishToAmerican.Values.Where(word => !TellNothing.Contains(word) && !word.Contains("iz", StringComparison.Ordinal)).ToFrozenSet();
        Dictionary<string, (CheckedSection Section, int? Line)> words = new(StringComparer.Ordinal);
        foreach ((CheckedSection section, CheckedParagraph paragraph) in thesis.BodyParagraphs)
        {
            // What is quoted keeps its own spelling.
            foreach (Match match in Word().Matches(Quoted().Replace(paragraph.Text, " ")))
            {
                words.TryAdd(match.Value.ToLowerInvariant(), (section, paragraph.Line));
            }
        }

        HashSet<string> told = [];
        foreach ((string british, string its) in BritishToAmerican.Where(pair => words.ContainsKey(pair.Key) && words.ContainsKey(pair.Value) && !TellNothing.Contains(pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            told.Add(its);
            yield return Finding.Warning("mixed-spelling", words[its].Section, words[its].Line, $"'{its}' here, '{british}' in {Finding.Place(words[british].Section, words[british].Line)}.");
        }

        bool isAmerican = string.Equals(thesis.Language, "en-US", StringComparison.OrdinalIgnoreCase);
        bool isBritish = string.Equals(thesis.Language, "en-GB", StringComparison.OrdinalIgnoreCase);
        IEnumerable<string> foreign = isAmerican
            ? BritishToAmerican.Where(pair => !TellNothing.Contains(pair.Value)).Select(pair => pair.Key)
            : isBritish ? american : [];
        foreach (string word in foreign.Where(word => words.ContainsKey(word) && !told.Contains(word) && !(isAmerican && told.Contains(BritishToAmerican[word]))).Order(StringComparer.Ordinal))
        {
            yield return Finding.Warning("mixed-spelling", words[word].Section, words[word].Line, $"'{word}' is not the spelling of {thesis.Language}.");
        }
    }

    [GeneratedRegex(@"\p{L}{4,}")]
    private static partial Regex Word();

    [GeneratedRegex("“[^”]*”|\"[^\"]*\"")]
    private static partial Regex Quoted();
}
