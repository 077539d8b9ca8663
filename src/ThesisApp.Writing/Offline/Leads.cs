using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Leads into borrowed text: names the work and what it speaks of, in a form that suits the section's role and the paragraph before. The reported work stands in the past tense (APA, 7th edition, 4.12).</summary>
internal static class Leads
{
    // A reader loses the thread of a longer sentence.
    private const int MostWords = 54;

    /// <summary>The sentences that open a paragraph: own words that the first borrowed sentence continues, or a sentence of their own and then the borrowed one as it stands.</summary>
    /// <param name="book">The wording.</param>
    /// <param name="section">The section; varies the choice.</param>
    /// <param name="turn">Whose turn it is among the forms; moved on behind the one that is taken.</param>
    /// <param name="first">The first borrowed sentence.</param>
    /// <param name="theme">Its theme, or null.</param>
    /// <param name="relation">How the paragraph stands to the one before.</param>
    /// <param name="casing">What is a name.</param>
    public static IEnumerable<Sentence> Into(Phrasebook book, OutlineSection section, ref int turn, Sentence first, string? theme, Relation relation, Casing casing)
    {
        string work = WorkMention.Of(first.Citations[0].Key);
        (string, string)[] values = [("work", work), ("theme", theme ?? string.Empty)];
        IReadOnlyList<string> forms = book.Forms(Key(book, section, theme, relation));
        string? last = turn > 0 ? Turn(forms, section, turn - 1) : null;
        int index = Enumerable.Range(turn, forms.Count).FirstOrDefault(place => Turn(forms, section, place) is var form && form != last && !Doubles(form, theme), turn);
        turn = index + 1;
        string form = Phrasebook.Fill(Turn(forms, section, index), values);
        if (Continue(form, first, casing) is { } led)
        {
            return [led];
        }

        string standing = $"stand{(relation == Relation.SameWork ? ".same" : string.Empty)}{(theme is null ? ".notheme" : string.Empty)}";
        return [new Sentence(Phrases.Capital(Phrasebook.Fill(Turn(book.Forms(standing), section, index), values)), [], []), first];
    }

    /// <summary>A borrowed sentence behind own words; null where it cannot stand there.</summary>
    /// <param name="form">The own words.</param>
    /// <param name="sentence">The borrowed sentence.</param>
    /// <param name="casing">What is a name.</param>
    /// <param name="behindLead">The sentence as it stands there, where that is known already.</param>
    public static Sentence? Continue(string form, Sentence sentence, Casing casing, string? behindLead = null)
    {
        string? continued = behindLead ?? casing.BehindLead(sentence.Text);
        if (Words.Count(form) + Words.Count(sentence.Text) > MostWords)
        {
            return null;
        }

        string? rest = form.EndsWith("::", StringComparison.Ordinal) ? sentence.Text : form.EndsWith(':') ? continued ?? sentence.Text : form.EndsWith('.') ? null : continued;
        form = form.Replace("::", ":", StringComparison.Ordinal);
        return rest is null ? null : sentence with { Text = Phrases.Capital($"{form} {rest}"), Quoted = sentence.Text };
    }

    /// <summary>True for a sentence that opens by the name of its own author, as far as the work's key tells (<c>Tichy compares ...</c> of <c>tichy1985rcs</c>): it leads in by itself.</summary>
    public static bool NamesItsAuthor(Sentence sentence)
    {
        string name = string.Concat(Words.Of(sentence.Text).FirstOrDefault(string.Empty).Where(char.IsLetter)).ToLowerInvariant();
        string key = sentence.Citations[0].Key;

        // 'Tich' opens the key as well, and is no author.
        return name.Length > 2 && key.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (key.Length == name.Length || !char.IsLetter(key[name.Length]));
    }

    /// <summary>A form in its turn, from a place of the section's own.</summary>
    public static string Turn(IReadOnlyList<string> forms, OutlineSection section, int index) => forms[(int)((StableHash.Of(section.Id) + (uint)index) % (uint)forms.Count)];

    // 'The evidence on results on size' has one 'on' too many.
    private static bool Doubles(string form, string? theme)
    {
        string[] before = form.Split("{theme}")[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return theme is not null && before.Length > 0 && form.Contains("{theme}", StringComparison.Ordinal) && theme.Split(' ').Skip(1).Contains(before[^1], StringComparer.OrdinalIgnoreCase);
    }

    private static string Key(Phrasebook book, OutlineSection section, string? theme, Relation relation)
    {
        string same = relation == Relation.SameWork ? ".same" : string.Empty;
        if (theme is null)
        {
            return $"lead{same}.notheme";
        }

        if (book.Has("lead.clause") && Theme.IsClause(theme))
        {
            return $"lead{same}.clause";
        }

        string role = $"lead.{section.Role}";
        return relation switch
        {
            Relation.SameWork => "lead.same",
            Relation.Near => "lead.near",
            _ => book.Has(role) ? role : "lead.literature",
        };
    }
}
