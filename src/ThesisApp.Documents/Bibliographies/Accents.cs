using System.Collections.Frozen;

namespace ThesisApp.Documents.Bibliographies;

/// <summary>Puts letters and accents together. <see cref="string.Normalize()"/> does nothing where globalization is invariant, as it is here.</summary>
internal static class Accents
{
    // For each combining mark the letters that have an accented form of their own, and those forms.
    private static readonly FrozenDictionary<char, (string Letters, string Accented)> Forms = new Dictionary<char, (string Letters, string Accented)>
    {
        ['\u0300'] = ("aeinouwyAEINOUWY", "àèìǹòùẁỳÀÈÌǸÒÙẀỲ"),
        ['\u0301'] = ("acegiklmnoprsuwyzACEGIKLMNOPRSUWYZÆæØø", "áćéǵíḱĺḿńóṕŕśúẃýźÁĆÉǴÍḰĹḾŃÓṔŔŚÚẂÝŹǼǽǾǿ"),
        ['\u0302'] = ("aceghijosuwyzACEGHIJOSUWYZ", "âĉêĝĥîĵôŝûŵŷẑÂĈÊĜĤÎĴÔŜÛŴŶẐ"),
        ['\u0303'] = ("aeinouvyAEINOUVY", "ãẽĩñõũṽỹÃẼĨÑÕŨṼỸ"),
        ['\u0304'] = ("aegiouyAEGIOUYÆæ", "āēḡīōūȳĀĒḠĪŌŪȲǢǣ"),
        ['\u0306'] = ("aegiouAEGIOU", "ăĕğĭŏŭĂĔĞĬŎŬ"),
        ['\u0307'] = ("abcdefghmnoprstwxyzABCDEFGHIMNOPRSTWXYZ", "ȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏżȦḂĊḊĖḞĠḢİṀṄȮṖṘṠṪẆẊẎŻ"),
        ['\u0308'] = ("aehiotuwxyAEHIOUWXY", "äëḧïöẗüẅẍÿÄËḦÏÖÜẄẌŸ"),
        ['\u030A'] = ("auwyAU", "åůẘẙÅŮ"),
        ['\u030B'] = ("ouOU", "őűŐŰ"),
        ['\u030C'] = ("acdeghijklnorstuzACDEGHIKLNORSTUZ", "ǎčďěǧȟǐǰǩľňǒřšťǔžǍČĎĚǦȞǏǨĽŇǑŘŠŤǓŽ"),
        ['\u0323'] = ("abdehiklmnorstuvwyzABDEHIKLMNORSTUVWYZ", "ạḅḍẹḥịḳḷṃṇọṛṣṭụṿẉỵẓẠḄḌẸḤỊḲḶṂṆỌṚṢṬỤṾẈỴẒ"),
        ['\u0327'] = ("cdeghklnrstCDEGHKLNRST", "çḑȩģḩķļņŗşţÇḐȨĢḨĶĻŅŖŞŢ"),
        ['\u0328'] = ("aeiouAEIOU", "ąęįǫųĄĘĮǪŲ"),
        ['\u0331'] = ("bdhklnrtzBDKLNRTZ", "ḇḏẖḵḻṉṟṯẕḆḎḴḺṈṞṮẔ"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, char> Plain = Forms.Values
        .SelectMany(form => form.Accented.Zip(form.Letters))
        .ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The letter with the mark: one character where there is one, else the letter with the mark after it.</summary>
    public static string Compose(string letter, char mark) =>
        letter.Length == 1 && Forms.TryGetValue(mark, out (string Letters, string Accented) form) && form.Letters.IndexOf(letter[0], StringComparison.Ordinal) is >= 0 and int index
            ? form.Accented[index].ToString()
            : letter + mark;

    /// <summary>The text without accents, for sorting: <c>Åström</c> stands with A, not behind Z.</summary>
    public static string Strip(string text) => string.Concat(text.Select(c => Plain.GetValueOrDefault(c, c)));
}
