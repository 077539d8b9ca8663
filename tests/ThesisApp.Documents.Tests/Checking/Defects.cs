namespace ThesisApp.Documents.Tests.Checking;

/// <summary>Every kind of defect, as an edit of the clean thesis.</summary>
internal static class Defects
{
    private const string DataCollection =
        "Interviews were held with fourteen members, recorded with their consent and written out within a week. The notebooks of two months were read in full, and each entry was marked with what a stranger could have done with it.";

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("unresolved-citation", ("[@dahl2015cases, p. 88]", "[@dahl2016cases, p. 88]")) { IsAmongThe25 = true },
        new("unused-reference", (" [@brandt2017habits, p. 21]", ""), (" [@brandt2017habits, pp. 15-18]", ""), (" [@brandt2017habits]", "")) { Consequences = ["section-without-sources"] },
        new("section-without-sources", (" [@castro2018paper, p. 9]", ""), (" [@dahl2015cases, p. 88]", "")),
        new("low-citation-density", (" [@castro2018paper, p. 9]", ""), ("The study has limits.", LongText)) { IsAmongThe25 = true },
        new("quotation-not-found", ("because it never asks them", "because it never forces them")) { IsAmongThe25 = true },
        new("quotation-without-citation", ("Further studies", "One member said: “we lost the only book that anybody wanted”. Further studies")) { IsAmongThe25 = true },
        new("duplicate-paragraph", ("## 5 Discussion\n", $"## 5 Discussion\n\n{DataCollection} Entries were counted as usable if they named the material, the setting and the outcome, a rule that follows the definition of a record in the literature [@ames2010records]. Two readers marked the same fifty entries and agreed on forty-four of them. Disagreements were talked through until one reading remained.\n")) { IsAmongThe25 = true },
        new("near-duplicate-paragraph", ("## 5 Discussion\n", $"## 5 Discussion\n\n{DataCollection.Replace("fourteen", "some", StringComparison.Ordinal)} Entries were counted as usable if they named the material, the setting and the outcome, a rule that follows the definition of a record in the literature [@ames2010records]. Two readers marked the same fifty entries and agreed on most of them.\n")),
        new("repeated-sentence", ("The study has limits.", "Group A kept its books on a shelf in the order of years. The study has limits.")),
        new("missing-part", ("## 6 Conclusion", "## 6 Last Words")) { Consequences = ["question-not-concluded"] },
        new("question-not-asked", ("1. How do small research groups store their laboratory notebooks?\n", "1. What is written down?\n")) { IsAmongThe25 = true },
        new("question-not-answered", ("  - What makes", "  - Which rules of funders shape the archives?\n  - What makes"), ("2. What makes", "2. Which rules of funders shape the archives?\n3. What makes"), ("Further studies", "Rules of funders hardly shape the archives. Further studies")),
        new("question-not-concluded", ("A group moves its notebooks to another system after a loss that its members can name, and it stays where it is when it fears a larger one.", "Losses matter more than wishes.")) { IsAmongThe25 = true },
        new("word-budget", ("lang: en-GB\n", "lang: en-GB\nwords: 3000\n")) { IsAmongThe25 = true },
        new("empty-section", ("## 4 Results", "### 3.3 Ethics\n\n## 4 Results")) { IsAmongThe25 = true },
        new("heading-number", ("### 4.2 Reasons", "### 4.3 Reasons")) { IsAmongThe25 = true },
        new("skipped-heading-level", ("### 1.1 Background", "#### 1.1 Background")) { Consequences = ["single-subsection"], IsAmongThe25 = true },
        new("deep-heading", ("### 3.2 Data Collection", "#### 3.1.1 Visits\n\nVisits were short.\n\n##### 3.1.1.1 Mornings\n\nMornings were busy.\n\n###### 3.1.1.1.1 Mondays\n\nMondays were quiet.\n\n### 3.2 Data Collection")) { Consequences = ["single-subsection"] },
        new("single-subsection", ("### 4.2 Reasons for a Move\n\n", "")),
        new("duplicate-heading", ("### 3.2 Data Collection", "### 3.2 Choice of Cases")) { IsAmongThe25 = true },
        new("broken-cross-reference", ("Chapter 3 explains", "Chapter 9 explains")) { IsAmongThe25 = true },
        new("broken-link", ("Few groups reach that standard.", "Few groups reach [that standard](#standard).")) { IsAmongThe25 = true },
        new("caption-number", ("Table 1 lists", "Table 2 lists"), ("Table 1: The", "Table 2: The")) { IsAmongThe25 = true },
        new("unmentioned-figure", (" Figure 1 shows the shares by month.", "")) { IsAmongThe25 = true },
        new("unmentioned-table", (" Table 1 lists the groups.", "")),
        new("abbreviation-undefined", ("An electronic laboratory notebook (ELN) offers", "A program offers")),
        new("abbreviation-defined-twice", ("entries in the ELN, with", "entries in its electronic laboratory notebook (ELN), with")),
        new("abbreviation-before-definition", ("The trouble is seldom a lack of software.", "The trouble is seldom the lack of an ELN.")) { IsAmongThe25 = true },
        new("abbreviation-with-two-meanings", ("entries in the ELN, with", "entries in its external library network (ELN), with")) { IsAmongThe25 = true },
        new("inconsistent-term", ("drawings on paper beside it", "drawings on white boards beside it")) { IsAmongThe25 = true },
        new("mixed-spelling", ("matters less than the habit.", "matters less than the behavior.")) { IsAmongThe25 = true },
        new("other-language", ("", "\nDie Ergebnisse zeigen, dass die Gruppen ihre Bücher nicht an einem Ort halten und dass sie mit den Dateien auch nicht besser umgehen als mit dem Papier, das sie schon haben.\n")) { IsAmongThe25 = true },
        new("future-tense", ("Interviews were held", "Interviews will be held"), ("The notebooks of two months were read", "The notebooks of two months will be read"), ("Entries were counted", "Entries will be counted")) { IsAmongThe25 = true },
        new("long-sentence", ("Visits announce themselves, and some", "Visits announce themselves, and since the members of a group know well in advance on which morning somebody is going to come through the door with a notebook of his own and ask to be shown theirs, they have every reason and enough time to put things into an order that lasts for as long as the visit does, so that some")) { IsAmongThe25 = true },
        new("hard-to-read", ("lasted half a day. Table 1 lists the groups.", LongWinded)) { Consequences = ["long-sentence"] },
        new("placeholder", ("Two questions guide the study.", "Two questions guide the study. TODO: name the supervisor.")) { IsAmongThe25 = true },
        new("doubled-word", ("prefers a few cases", "prefers a a few few cases")) { IsAmongThe25 = true },
        new("contraction", ("which puts use before proof", "which doesn't put proof first")) { IsAmongThe25 = true },
        new("unbalanced-bracket", ("Both are asked of groups with", "Both are asked of groups (with")) { IsAmongThe25 = true },
    ];

    private static string LongText =>
        "The study has limits. Its groups were small, and their members knew each other for years before anybody came to watch. What happens where people come and go every few months is another matter, since nobody there can ask the author of a page what it was meant to say. "
        + "The notebooks came from the natural sciences, whose entries have a common shape: a material, a treatment, a reading. Historians keep notes of a different kind, and so do engineers who build one machine over a decade. "
        + "It would be rash to expect the same share of usable pages from them. Their pages may serve readers for whom nobody planned, or none at all, and no count of entries that were read in the spring of one year could tell which of the two is nearer to the truth. A further limit lies in the marking. Whoever decides that a stranger could use an entry imagines a stranger, and two people may imagine two of them. "
        + "Agreement between readers lowers that risk without removing it, because both had the same training and the same idea of what a careful colleague would want to know. "
        + "Finally, nothing was measured of the cost that each system brings. Bound books need shelves, folders need discipline, programs need licences, and every one of these has a price that somebody pays, though seldom the person who decides.";

    private static string LongWinded =>
        "lasted half a day, which was long enough to see how a morning goes from the first cup of coffee to the moment at which somebody notices that a bottle is empty, and short enough for nobody to feel watched, although it must be said that feelings of this kind are hard to know from outside and harder still to ask about, so that "
        + "the visits were spread over four months, with breaks between them in which the groups could forget that anybody had come, and in which whatever had been tidied for the occasion could find its way back to where it is usually kept, as the second and third visits indeed showed, when Table 1 was made, which lists the groups.";
}
