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
        + "study thesis section chapter question questions research aim aims meaning matters matter whom "

        // German, French and Spanish, without what is a word of substance in English (war, art, man, car, fort, once, sale).
        + "aber alle allem allen aller alles als andere anderen auch auf aus bei beim bereits bis bzw da dabei dadurch daher damit dann darauf daraus darin dass davon dazu dem den denen denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort durch ebenso eher ein eine einem einen einer eines "
        + "einige er erst es etwa etwas für gegen haben hat hatte hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer indem ist ja jede jeden jeder jedes jedoch kann kein keine können konnte konnten mehr mit muss müssen nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit "
        + "selbst sich sie sind sobald solche sondern sowie sowohl über um und uns unter viel viele vom von vor wann warum wäre waren weil welche welchem welchen welcher wenn werden wie wieder wird wo wobei wodurch worden wurde wurden zu zum zur zwar zwischen "
        + "au aux avec avait avaient ces cet cette ceux chez comme dans de depuis des deux donc dont du elle elles en entre est et était étaient être été eu fait faire fut furent il ils je la le les leur leurs lors lorsque lui mais même ne nos notre nous ou où par parce pas pendant peu peut plus plusieurs pour qu quand que quel quelle "
        + "qui sa sans se selon ses sont sous sur tandis tous tout toute toutes très un une vers vous "
        + "al algunos ante aquel aquella así aunque cada como con contra cual cuales cuando del desde donde dos durante el ella ellas ellos eran esa esas ese eso esos esta estaba estas este esto estos fue fueron hacia hasta hay las lo los más menos mientras mucho muchos muy ni nuestra nuestro otra otras otro otros para pero poco por porque "
        + "pues quien según ser si sido sin sobre solo su sus también tan tanto todas todo todos tras una unas uno unos y ya").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string word) => word.Length < 2 || Words.Contains(word);
}
