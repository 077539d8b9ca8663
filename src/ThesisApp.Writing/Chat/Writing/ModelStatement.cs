using ThesisApp.Core.Planning;
using ThesisApp.Models;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>The statement of how a text was made that models wrote, in the language of the thesis; English where it has none of its own.</summary>
internal static class ModelStatement
{
    private static readonly Dictionary<string, (string Whole, string Planned, string Edited)> Forms = new(StringComparer.Ordinal)
    {
        ["en"] = (
            "How this text was made: it was drafted by the language model {draft}, reviewed by {review}, revised by {revise} and read as a whole by {whole}, {planned}from {sources} that the author supplied. Every citation was held against the passage that it names, every literal quotation and every number in a cited sentence against its source; what did not hold is marked in the text. What the models made of the sources was not verified: read it as a draft.",
            "after an outline that {outline} proposed{edited}, ",
            " and the author edited"),
        ["de"] = (
            "Wie dieser Text entstand: Entworfen hat ihn das Sprachmodell {draft}, begutachtet {review}, überarbeitet {revise} und als Ganzes gelesen {whole}, {planned}aufgrund der Quellen, die der Verfasser vorgelegt hat (an der Zahl: {count}). Jeder Beleg wurde an der Stelle geprüft, die er nennt, jedes wörtliche Zitat und jede Zahl in einem belegten Satz an ihrer Quelle; was nicht standhielt, ist im Text gekennzeichnet. Was die Modelle aus den Quellen gemacht haben, wurde nicht geprüft: Der Text ist als Entwurf zu lesen.",
            "nach einer Gliederung, die {outline} vorgeschlagen{edited} hat, ",
            " und der Verfasser bearbeitet"),
        ["fr"] = (
            "Comment ce texte a été fait : il a été rédigé par le modèle de langue {draft}, évalué par {review}, remanié par {revise} et lu dans son ensemble par {whole}, {planned}à partir de {sources} que l'auteur a fournies. Chaque référence a été confrontée au passage qu'elle nomme, chaque citation littérale et chaque nombre d'une phrase référencée à sa source ; ce qui n'a pas tenu est signalé dans le texte. Ce que les modèles ont tiré des sources n'a pas été vérifié : il faut le lire comme une ébauche.",
            "d'après un plan que {outline} a proposé{edited}, ",
            " et que l'auteur a modifié"),
        ["es"] = (
            "Cómo se hizo este texto: lo redactó el modelo de lenguaje {draft}, lo evaluó {review}, lo revisó {revise} y lo leyó en su conjunto {whole}, {planned}a partir de {sources} que el autor entregó. Cada cita se cotejó con el pasaje que nombra, cada cita literal y cada número de una frase citada con su fuente; lo que no se sostuvo está señalado en el texto. Lo que los modelos hicieron de las fuentes no se ha verificado: debe leerse como un borrador.",
            "según un esquema que propuso {outline}{edited}, ",
            " y que el autor modificó"),
    };

    /// <summary>The statement.</summary>
    public static string Of(FrontMatterRequest request, IStageModels models)
    {
        Phrasebook book = Phrasebook.For(request.Spec.Language);
        (string whole, string planned, string edited) = Forms[book.Language];
        string outline = request.PlannedByModel
            ? Phrasebook.Fill(planned, ("outline", models.NameOf(ModelStages.Outline)), ("edited", request.OutlineEdited ? edited : string.Empty))
            : string.Empty;
        return Phrasebook.Fill(
            whole,
            ("draft", models.NameOf(ModelStages.Draft)),
            ("review", models.NameOf(ModelStages.Review)),
            ("revise", models.NameOf(ModelStages.Revise)),
            ("whole", models.NameOf(ModelStages.Consistency)),
            ("planned", outline),
            ("sources", AbstractComposer.Sources(book, request.SourceCount)),
            ("count", book.Number(request.SourceCount)));
    }
}
