using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Citations.Works;

/// <summary>Reads kinds off the entry types of BibTeX and BibLaTeX.</summary>
internal static class WorkKinds
{
    private static readonly string[] Popular = ["magazine", "newspaper"];

    public static WorkKind Of(BibliographyEntry entry) => entry.Type switch
    {
        "article" or "suppperiodical" or "review" => Popular.Contains(entry["entrysubtype"], StringComparer.OrdinalIgnoreCase) ? WorkKind.Magazine : WorkKind.Article,
        "book" or "mvbook" or "booklet" or "collection" or "mvcollection" or "proceedings" or "mvproceedings" or "reference" or "mvreference" or "manual" or "periodical" => WorkKind.Book,
        "inbook" or "bookinbook" or "suppbook" or "incollection" or "suppcollection" or "inreference" => entry["booktitle"] is null && entry["maintitle"] is null ? WorkKind.Book : WorkKind.Chapter,
        "inproceedings" or "conference" => WorkKind.Paper,
        "phdthesis" or "mastersthesis" or "bachelorsthesis" or "thesis" => WorkKind.Thesis,
        "techreport" or "report" or "standard" => WorkKind.Report,
        "online" or "electronic" or "www" => WorkKind.Web,
        "software" => WorkKind.Software,
        "dataset" => WorkKind.Dataset,
        "patent" => WorkKind.Patent,
        "unpublished" => WorkKind.Unpublished,
        _ => WorkKind.Other,
    };
}
