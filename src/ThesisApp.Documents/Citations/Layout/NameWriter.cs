using ThesisApp.Documents.Bibliographies;
using ThesisApp.Documents.Citations.Works;

namespace ThesisApp.Documents.Citations.Layout;

/// <summary>Sets lists of names.</summary>
internal static class NameWriter
{
    private const string EtAl = "et al.";

    /// <summary>Writes a list; of a long one as much as the format keeps, and at least <paramref name="least"/> names.</summary>
    public static ReferenceText Names(this ReferenceText text, WorkNames names, NameFormat format, int least = 1)
    {
        if (names.Count == 0)
        {
            return text;
        }

        string[] written = [.. names.Names.Select((name, i) => Write(name, format.Order == NameOrder.AllInverted || (format.Order == NameOrder.FirstInverted && i == 0), format))];
        bool cut = written.Length > format.Most;
        int kept = cut ? Math.Min(Math.Max(format.Kept, least), written.Length) : written.Length;
        if (cut && format.KeepsLast && kept < written.Length - 1)
        {
            return text.Text($"{string.Join(", ", written[..kept])}, … {written[^1]}");
        }

        if (kept < written.Length || names.AndOthers)
        {
            text.Text(string.Join(", ", written[..kept]) + (kept > 1 || format.CommaBeforeEtAl ? ", " : " "));
            return format.ItalicEtAl ? text.Emphasis(EtAl) : text.Text(EtAl);
        }

        return text.Text(Join(written, format));
    }

    private static string Join(string[] names, NameFormat format)
    {
        if (names.Length == 1)
        {
            return names[0];
        }

        if (format.And.Length == 0)
        {
            return string.Join(", ", names);
        }

        bool comma = names.Length == 2 ? format.CommaForTwo : format.SerialComma;
        return $"{string.Join(", ", names[..^1])}{(comma ? "," : string.Empty)} {format.And} {names[^1]}";
    }

    private static string Write(PersonName name, bool inverted, NameFormat format)
    {
        string given = Given(name, format.Given);
        if (name.IsOrganisation || given.Length == 0)
        {
            return name.FullFamily;
        }

        if (!inverted)
        {
            return $"{given} {name.FullFamily}{(name.Suffix.Length > 0 ? $" {name.Suffix}" : string.Empty)}";
        }

        string written = format.DemotesParticle && name.Particle.Length > 0
            ? $"{name.Family}{format.Inversion}{given} {name.Particle}"
            : $"{name.FullFamily}{format.Inversion}{given}";
        return name.Suffix.Length > 0 ? written + format.BeforeSuffix + (format.Given == GivenForm.BareInitials ? name.Suffix.TrimEnd('.') : name.Suffix) : written;
    }

    private static string Given(PersonName name, GivenForm form) => form switch
    {
        GivenForm.Full => name.Given,
        GivenForm.Initials => name.Initials,
        GivenForm.CloseInitials => name.Initials.Replace(" ", string.Empty, StringComparison.Ordinal),
        _ => string.Concat(name.Initials.Where(char.IsLetter)),
    };
}
