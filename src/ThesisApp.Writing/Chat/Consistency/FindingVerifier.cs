using ThesisApp.Core.Consistency;
using ThesisApp.Writing.Chat.Grounding;
using ThesisApp.Writing.Chat.Writing;

namespace ThesisApp.Writing.Chat.Consistency;

/// <summary>Holds what a model says of the whole against the whole: a place whose words do not stand where they are said to is none, and a finding that its places cannot bear is dropped.</summary>
internal static class FindingVerifier
{
    private const int LongestMessage = 300;
    private const int LongestQuotation = 400;
    private const int FewestWordsRepeated = 5;

    /// <summary>The finding, or null.</summary>
    public static ConsistencyFinding? Verify(ConsistencyItem item, IReadOnlyList<SectionText> sections)
    {
        string kind = item.Kind.Trim().ToLowerInvariant();
        string message = PromptParts.Line(item.Message);
        if (!ConsistencyKinds.All.Contains(kind, StringComparer.Ordinal) || message.Length == 0 || ForeignText.Find(message, []) is not null)
        {
            return null;
        }

        ConsistencyPlace[] places =
        [
            .. item.Places.Select(place => Find(place, sections)).OfType<ConsistencyPlace>().DistinctBy(place => (place.SectionId, Folded.Text(place.Quotation))),
        ];
        return Bears(kind, places) ? new ConsistencyFinding(kind, message.Length <= LongestMessage ? message : message[..LongestMessage] + "…", places) : null;
    }

    private static ConsistencyPlace? Find(ConsistencyQuotation place, IReadOnlyList<SectionText> sections)
    {
        string quotation = PromptParts.Line(place.Quotation).Trim('“', '”', '"', ' ');
        string part = Folded.Text(quotation).Trim(' ', '.', ',', ';', ':', '!', '?');
        SectionText? section = sections.FirstOrDefault(candidate => candidate.Number == place.Section.Trim());
        return section is not null && quotation.Length <= LongestQuotation && part.Any(char.IsLetterOrDigit) && Quotations.StandIn([part], section.Text)
            ? new ConsistencyPlace(section.Id, quotation)
            : null;
    }

    private static bool Bears(string kind, ConsistencyPlace[] places) => kind switch
    {
        ConsistencyKinds.Question => places.Length > 0,
        ConsistencyKinds.Number => places.Length > 1 && places.All(place => place.Quotation.Any(char.IsAsciiDigit)),
        ConsistencyKinds.Repetition => places.Select(place => place.SectionId).Distinct(StringComparer.Ordinal).Count() > 1 && places.All(place => Text.Words.Count(place.Quotation) >= FewestWordsRepeated),
        _ => places.Select(place => Folded.Text(place.Quotation)).Distinct(StringComparer.Ordinal).Count() > 1,
    };
}
