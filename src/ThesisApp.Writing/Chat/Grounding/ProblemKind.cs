namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>What can be wrong with a sentence.</summary>
internal enum ProblemKind
{
    /// <summary>It cites a work or a place that was not given.</summary>
    UnknownCitation,

    /// <summary>What it quotes does not stand in its source.</summary>
    AlteredQuotation,

    /// <summary>A number does not stand in the cited passage.</summary>
    UnknownNumber,

    /// <summary>It gives orders, or leads elsewhere, instead of being a part of the text.</summary>
    Foreign,

    /// <summary>It stands in the text already.</summary>
    Repeated,
}
