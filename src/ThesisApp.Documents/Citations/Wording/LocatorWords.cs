using ThesisApp.Core.Citations;

namespace ThesisApp.Documents.Citations.Wording;

/// <summary>Names of places within a work: for each kind a whole word and a short form, one and several.</summary>
internal sealed class LocatorWords(IReadOnlyDictionary<LocatorKind, LocatorNames> names)
{
    /// <summary>A place as a style prints it.</summary>
    public string Write(Locator locator, LocatorForm form)
    {
        if (locator.Kind == LocatorKind.Other)
        {
            return locator.Value;
        }

        LocatorNames name = names[locator.Kind];
        string brief = locator.IsPlural ? name.ShortMany : name.ShortOne;
        return (form, locator.Kind) switch
        {
            (LocatorForm.BarePages, LocatorKind.Page) => locator.Value,
            (LocatorForm.Words, not (LocatorKind.Page or LocatorKind.Paragraph or LocatorKind.Line)) => $"{(locator.IsPlural ? name.Many : name.One)} {locator.Value}",
            (LocatorForm.Capitals, not LocatorKind.Page) => $"{char.ToUpperInvariant(brief[0])}{brief[1..]} {locator.Value}",
            (LocatorForm.BarePages, LocatorKind.Chapter) => $"{(locator.IsPlural ? name.Chicago.Many : name.Chicago.One)} {locator.Value}",
            _ => $"{brief} {locator.Value}",
        };
    }
}
