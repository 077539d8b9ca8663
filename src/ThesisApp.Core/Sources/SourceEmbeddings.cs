namespace ThesisApp.Core.Sources;

/// <summary>Vectors of a source's passages, in their order. Near in direction means near in meaning, by the lights of the model that made them.</summary>
/// <param name="Model">The model.</param>
/// <param name="Dimensions">Length of each vector.</param>
/// <param name="Values">All vectors one after another, each of length 1, as half-precision numbers (IEEE 754 binary16, little-endian): a cosine differs by less than a thousandth.</param>
public sealed record SourceEmbeddings(string Model, int Dimensions, byte[] Values);
