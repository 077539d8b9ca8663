using System.Collections.Frozen;

namespace ThesisApp.Core.Checks.Wording;

/// <summary>The commonest words of some languages: they tell a language, and say nothing of a subject.</summary>
internal static class CommonWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, string>
    {
        ["en"] = "the of and to in is was that for it with as are be on by this which from or an not have has had were been at their its but they can these than into how what why did does do when who where more one other also there such only will would may each both between under over after before about no if so most some any all through during while because very about",
        ["de"] = "der die das und ist in den von zu mit sich des auf für nicht ein eine als auch dem es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei waren wenn können diese dieser dieses welche wurden was warum kann",
        ["fr"] = "le la les de des du et est un une en que qui dans pour pas au sur ne se ce il elle sont avec plus par ont été mais comme cette aux ces leur être nous vous ou sans fait deux même aussi",
        ["es"] = "el la los las de y que en un una es se no del por con para al lo como más su sus pero este esta entre cuando muy sin sobre también ha fue son está ser tiene desde todo nos durante",
    }.ToFrozenDictionary(language => language.Key, language => language.Value.Split(' ').ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The languages that are told apart.</summary>
    public static IEnumerable<string> Languages => ByLanguage.Keys.Order(StringComparer.Ordinal);

    /// <summary>True for a common word of English or German.</summary>
    public static bool IsCommon(string word) => ByLanguage["en"].Contains(word) || ByLanguage["de"].Contains(word);

    /// <summary>True for a common word of a language.</summary>
    public static bool IsCommon(string language, string word) => ByLanguage.TryGetValue(language, out FrozenSet<string>? words) && words.Contains(word);
}
