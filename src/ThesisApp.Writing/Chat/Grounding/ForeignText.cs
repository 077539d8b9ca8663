using System.Text.RegularExpressions;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>Knows sentences that are no part of a thesis: orders to a model, remarks of one about itself, addresses and markup that a source or an attacker may have smuggled in.</summary>
internal static partial class ForeignText
{
    // 'Le cache ignore toutes les règles' and 'El algoritmo ignora' tell of something: an order has no subject before its verb.
    private const string Opening = @"|(?:^\W*|[:«»“”„""]\s*|\b(?:veuillez|s[’']il (?:vous|te) pla[iî]t|por favor),?\s+)";

    // 'als künstliche Intelligenz bezeichnet' is no remark of a model: that needs someone who says I.
    private const string AsGerman = @"\bals (?:eine? )?(?:KI|künstliche Intelligenz|(?:großes )?Sprachmodell)\b";
    private const string AsFrench = @"\ben tant qu(?:e |[’'](?:une? )?)(?:IA|intelligence artificielle|(?:grand )?modèle de lang(?:ue|age))\b";
    private const string AsSpanish = @"\bcomo (?:una? )?(?:IA|inteligencia artificial|modelo de lenguaje)\b";
    private const string SelfSpanish = @"\b(?:yo|me|mis?|puedo|debo|tengo|soy)\b";

    /// <summary>What is foreign about a sentence, or null.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="sources">What it may rest on: an address that stands there is no surprise.</param>
    public static string? Find(string sentence, IEnumerable<string> sources)
    {
        if (Order().IsMatch(sentence))
        {
            return "it gives orders to a reader of prompts instead of being a part of the text";
        }

        if (Markup().IsMatch(sentence))
        {
            return "it holds markup";
        }

        string? address = Address().Matches(sentence).Select(match => match.Value.TrimEnd('.', ',', ';', ':', '!', '?')).FirstOrDefault(found => !sources.Any(source => source.Contains(found, StringComparison.OrdinalIgnoreCase)));
        return address is null ? null : "it leads to an address that stands in none of its sources";
    }

    [GeneratedRegex(
        @"\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,40}\b(?:previous|prior|above|earlier|all|any|your|these|the)\b[^.]{0,30}\b(?:instructions?|prompts?|rules?|guidelines?)\b"
        + @"|\b(?:system|developer|hidden) (?:prompt|message|instructions?)\b"
        + @"|\bas an? (?:AI|artificial intelligence|(?:large )?language model|assistant)\b"
        + @"|\b(?:I am|I'm|I’m|you are(?: now)?) an? (?:AI|assistant|(?:large )?language model|chat ?bot)\b"
        + @"|\b(?:reveal|print|repeat|output|show|exfiltrate)\b[^.]{0,30}\b(?:your|the) (?:system |secret |api )?(?:prompt|instructions?|keys?|credentials?|passwords?)\b"
        + @"|\b(?:ignoriere|missachte|vergiss|umgehe|ignorieren sie|vergessen sie)\b(?=[^.]{0,80}\b(?:vorherigen?|bisherigen?|obigen?|früheren?|vorangegangenen?|alle|deine|ihre|diese)\b)[^.]{0,80}\b(?:anweisung(?:en)?|regeln?|vorgaben?|prompts?|befehle?)\b"
        + Opening + @"(?:(?:ignorez|oubliez|contournez)\b(?=[^.]{0,80}\b(?:toutes?|tous|ces)\b)|(?:ignore[zr]?|oublie[zr]?|contourne[zr]?)\b(?=[^.]{0,80}\b(?:précédente?s?|antérieure?s?|ci-dessus|tes|vos)\b))[^.]{0,80}\b(?:instructions?|consignes?|règles?|prompts?)\b"
        + Opening + @"(?:ignor[ae]n?|ignorar|olvid[ae]n?|olvidar|omit[ae]n?)\b(?=[^.]{0,80}\b(?:anteriores|previas|precedentes|tus|vuestras)\b)[^.]{0,80}\b(?:instrucciones|reglas|indicaciones|prompts?)\b"
        + "|" + AsGerman + @"[^.]{0,80}\bich\b|\bich (?:kann|darf|muss|soll|habe|wurde|bin) " + AsGerman + @"|\bich bin (?:nur )?ein(?:e)? (?:KI|künstliche Intelligenz|(?:großes )?Sprachmodell)\b"
        + "|" + AsFrench + @"[^.]{0,80}\b(?:je\b|j[’'])|\b(?:je\b|j[’'])[^.]{0,40}" + AsFrench
        + "|" + AsSpanish + @"[^.]{0,80}" + SelfSpanish + "|" + SelfSpanish + "[^.]{0,40}" + AsSpanish,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Order();

    [GeneratedRegex(@"<\s*/?\s*(?:script|img|iframe|a|passage|draft|style|svg)\b|!\[[^\]]*\]\(|\]\([^)]*\)|javascript:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\b(?:https?://|www\.)[^\s)\]>”""]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
