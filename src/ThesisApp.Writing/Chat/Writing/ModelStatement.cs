using ThesisApp.Core.Drafts;
using ThesisApp.Core.Planning;
using ThesisApp.Models;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>The statement of how a text was made that models wrote, in the language of the thesis; English where it has none of its own.</summary>
internal static class ModelStatement
{
    private static readonly Dictionary<string, (string Whole, string Planned, string Edited, string AbstractBy, string AbstractOffline)> Forms = new(StringComparer.Ordinal)
    {
        ["en"] = (
            "How this text was made: it was drafted by the language model {draft}, reviewed by {review}, revised by {revise} and read as a whole by {whole}, {planned}from {sources} that the author supplied.{abstract} Every citation was held against the passage that it names, every literal quotation and every number in a cited sentence against its source; what did not hold is marked in the text. What the models made of the sources was not verified: read it as a draft.",
            "after an outline that {outline} proposed{edited}, ",
            " and the author edited",
            " The abstract was written by {model}.",
            " The abstract was put together without a model, of statements of the text."),
        ["de"] = (
            "Wie dieser Text entstand: Entworfen hat ihn das Sprachmodell {draft}, begutachtet {review}, überarbeitet {revise} und als Ganzes gelesen {whole}, {planned}aufgrund der Quellen, die der Verfasser vorgelegt hat (an der Zahl: {count}).{abstract} Jeder Beleg wurde an der Stelle geprüft, die er nennt, jedes wörtliche Zitat und jede Zahl in einem belegten Satz an ihrer Quelle; was nicht standhielt, ist im Text gekennzeichnet. Was die Modelle aus den Quellen gemacht haben, wurde nicht geprüft: Der Text ist als Entwurf zu lesen.",
            "nach einer Gliederung, die {outline} vorgeschlagen{edited} hat, ",
            " und der Verfasser bearbeitet",
            " Die Zusammenfassung hat {model} geschrieben.",
            " Die Zusammenfassung wurde ohne Modell aus Aussagen des Textes zusammengestellt."),
        ["fr"] = (
            "Comment ce texte a été fait\u00A0: il a été rédigé par le modèle de langue {draft}, évalué par {review}, remanié par {revise} et lu dans son ensemble par {whole}, {planned}à partir de {sources} que l'auteur a fournies.{abstract} Chaque référence a été confrontée au passage qu'elle nomme, chaque citation littérale et chaque nombre d'une phrase référencée à sa source\u202F; ce qui n'a pas tenu est signalé dans le texte. Ce que les modèles ont tiré des sources n'a pas été vérifié\u00A0: il faut le lire comme une ébauche.",
            "d'après un plan que {outline} a proposé{edited}, ",
            " et que l'auteur a modifié",
            " Le résumé a été rédigé par {model}.",
            " Le résumé a été composé sans modèle, d'énoncés du texte."),
        ["es"] = (
            "Cómo se hizo este texto: lo redactó el modelo de lenguaje {draft}, lo evaluó {review}, lo revisó {revise} y lo leyó en su conjunto {whole}, {planned}a partir de {sources} que el autor entregó.{abstract} Cada cita se cotejó con el pasaje que nombra, cada cita literal y cada número de una frase citada con su fuente; lo que no se sostuvo está señalado en el texto. Lo que los modelos hicieron de las fuentes no se ha verificado: debe leerse como un borrador.",
            "según un esquema que propuso {outline}{edited}, ",
            " y que el autor modificó",
            " El resumen lo redactó {model}.",
            " El resumen se compuso sin modelo, con enunciados del texto."),
    };

    /// <summary>The statement.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="models">The models.</param>
    /// <param name="abstractBy">Who wrote the abstract: the offline writer, where the model gave none that can be used.</param>
    public static string Of(FrontMatterRequest request, IStageModels models, Maker abstractBy)
    {
        Phrasebook book = Phrasebook.For(request.Spec.Language);
        (string whole, string planned, string edited, string byModel, string offline) = Forms[book.Language];
        string outline = request.PlannedByModel
            ? Phrasebook.Fill(planned, ("outline", models.NameOf(ModelStages.Outline)), ("edited", request.OutlineEdited ? edited : string.Empty))
            : string.Empty;
        string summary = abstractBy.Prompts.Count == 0 ? offline
            : abstractBy.Name == models.NameOf(ModelStages.Draft) ? string.Empty
            : Phrasebook.Fill(byModel, ("model", abstractBy.Name));
        return Phrasebook.Fill(
            whole,
            ("draft", models.NameOf(ModelStages.Draft)),
            ("review", models.NameOf(ModelStages.Review)),
            ("revise", models.NameOf(ModelStages.Revise)),
            ("whole", models.NameOf(ModelStages.Consistency)),
            ("planned", outline),
            ("abstract", summary),
            ("sources", AbstractComposer.Sources(book, request.SourceCount)),
            ("count", book.Number(request.SourceCount)));
    }
}
