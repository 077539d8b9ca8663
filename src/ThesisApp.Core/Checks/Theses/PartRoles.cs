using System.Text.RegularExpressions;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Checks.Theses;

/// <summary>What a section is for, read off its heading in English, German, French or Spanish.</summary>
public static partial class PartRoles
{
    /// <summary>The title page.</summary>
    public const string Title = "title";

    /// <summary>The abstract.</summary>
    public const string Abstract = "abstract";

    /// <summary>Contents, declarations, lists of abbreviations, appendices.</summary>
    public const string Apparatus = "apparatus";

    /// <summary>The list of references.</summary>
    public const string References = "references";

    /// <summary>Text of which the heading says nothing.</summary>
    public const string Body = "body";

    /// <summary>The roles of what is no text proper.</summary>
    public static IReadOnlyList<string> Apart { get; } = [Title, Abstract, Apparatus, References];

    private static readonly (Regex Pattern, string Role)[] ByHeading =
    [
        (ReferencesPattern(), References),
        (AbstractPattern(), Abstract),
        (ApparatusPattern(), Apparatus),
        (ConclusionPattern(), SectionRoles.Conclusion),
        (IntroductionPattern(), SectionRoles.Introduction),
        (MethodPattern(), SectionRoles.Methodology),
        (DiscussionPattern(), SectionRoles.Discussion),
        (ResultsPattern(), SectionRoles.Results),
        (LiteraturePattern(), SectionRoles.Literature),
    ];

    /// <summary>The role that a heading tells, or null.</summary>
    public static string? Of(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        return ByHeading.FirstOrDefault(role => role.Pattern.IsMatch(heading)).Role;
    }

    [GeneratedRegex(@"^(references|bibliography|works cited|literature cited|literaturverzeichnis|quellenverzeichnis|bibliographie|bibliografía|références|referencias|literatur)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ReferencesPattern();

    [GeneratedRegex(@"^(abstract|executive summary|zusammenfassung|kurzfassung|résumé|resumen)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AbstractPattern();

    [GeneratedRegex(@"^((table of )?contents|acknowledge?ments?|declaration|statement of|list of|abbreviations|glossary|appendi(x|ces)|keywords|inhaltsverzeichnis|danksagung|erklärung|eidesstattliche|abkürzung|abkürzungen|glossar|anhang|abbildungsverzeichnis|tabellenverzeichnis|table des matières|abréviations|índice|abreviaturas)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ApparatusPattern();

    [GeneratedRegex(@"\b(introduction|einleitung|einführung|introducción|questions? de recherche|preguntas? de investigación|research questions?|forschungsfragen?|objectives|zielsetzung|motivation)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IntroductionPattern();

    [GeneratedRegex(@"\b(methods?|methodology|methodik|methoden?|research design|study design|forschungsdesign|data collection|data analysis|validity|méthod\w*|metodología|método|datenerhebung|auswertung der daten)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MethodPattern();

    [GeneratedRegex(@"\b(conclusions?|concluding|answers? to|fazit|schluss\w*|outlook|ausblick|conclusión|conclusiones|réponses aux|respuestas a|antworten auf|future (work|research))\b", RegexOptions.IgnoreCase)]
    private static partial Regex ConclusionPattern();

    [GeneratedRegex(@"\b(discussion|diskussion|interpretation|implications?|limitations?|grenzen|discusión|límites|limites|implicaciones)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DiscussionPattern();

    [GeneratedRegex(@"\b(results?|findings?|evaluation|ergebnisse?|befunde?|auswertung|résultats?|resultados?)\b|^(question|frage|pregunta) \d", RegexOptions.IgnoreCase)]
    private static partial Regex ResultsPattern();

    [GeneratedRegex(@"\b(literature|related work|background|theor\w+|state of the art|forschungsstand|stand der forschung|grundlagen|littérature|literatura|état de l’art)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LiteraturePattern();
}
