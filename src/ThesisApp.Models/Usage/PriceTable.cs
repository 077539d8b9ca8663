namespace ThesisApp.Models.Usage;

/// <summary>What tokens cost.</summary>
internal sealed class PriceTable(IEnumerable<ModelPriceOptions> prices)
{
    private const decimal Unit = 1_000_000m;

    private readonly ModelPriceOptions[] _prices = [.. prices];

    /// <summary>True if there is a line for a model.</summary>
    public bool Has(string model) => _prices.Any(line => Fits(line.Model, model));

    /// <summary>The price of a call; the longest name that fits counts.</summary>
    public decimal Of(string model, long inputTokens, long outputTokens)
    {
        ModelPriceOptions? price = _prices.Where(line => Fits(line.Model, model)).MaxBy(line => line.Model.Length);
        return price is null ? 0 : ((inputTokens * price.Input) + (outputTokens * price.Output)) / Unit;
    }

    private static bool Fits(string pattern, string model) => pattern.EndsWith('*')
        ? model.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(pattern, model, StringComparison.OrdinalIgnoreCase);
}
