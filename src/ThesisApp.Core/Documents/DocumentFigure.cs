namespace ThesisApp.Core.Documents;

/// <summary>A figure of the document.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Data">The picture.</param>
public sealed record DocumentFigure(int Number, Sources.FigureData Data)
{
    /// <summary>Its file in the output folder.</summary>
    public string File => FormattableString.Invariant($"figures/figure-{Number}.{Data.Extension}");
}
