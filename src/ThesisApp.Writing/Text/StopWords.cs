using System.Collections.Frozen;

namespace ThesisApp.Writing.Text;

/// <summary>Words that say nothing of a text's subject.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = (
        "a about above across after again against all almost along already also although always am among an and another any anyone anything are around as at away back be became because become becomes been "
        + "before behind being below beside between beyond both bring but by called came can cannot case cause certain come comes could days did different do does doing done down due during each early "
        + "either else end enough especially even eventually ever every everything example far few find first five followed following for form found four from full further gave general get give given gives go "
        + "good great had half has have having he held hence her here him his how however i if important in indeed instead into is it its itself just keep kept kind large largely last late later latter least led "
        + "less let like likewise little long made mainly make makes making many may me meant might more moreover most mostly much must my near nearly need needs neither never next no nor not nothing now of "
        + "off often old on once one only onto or other others otherwise our out over own part particular particularly per perhaps place point possible put quite rather really reason remain remained remains same "
        + "say second see seem seen several shall she should show shown shows simple simply since single small so some something soon still such take taken takes than that the their them themselves then there thereby "
        + "therefore these they thing things third this those though three through throughout thus time times to together too took toward towards turn two under until up upon us use used useful user users uses using usually "
        + "various very via was way ways we well went were what when where whereas whether which while who whole whom whose why will with within without work works would year years yet you your "
        + "study thesis section chapter question questions research aim aims meaning matters matter whom").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string word) => word.Length < 2 || Words.Contains(word);
}
