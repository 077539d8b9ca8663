namespace ThesisApp.Models;

/// <summary>A line of the price table.</summary>
public sealed class ModelPriceOptions
{
    /// <summary>The model's name; a <c>*</c> at its end stands for anything.</summary>
    public string Model { get; set; } = string.Empty;

    /// <summary>Price of a million tokens sent.</summary>
    public decimal Input { get; set; }

    /// <summary>Price of a million tokens received.</summary>
    public decimal Output { get; set; }
}
