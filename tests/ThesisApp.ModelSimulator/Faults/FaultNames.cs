namespace ThesisApp.ModelSimulator.Faults;

/// <summary>What can go wrong.</summary>
internal static class FaultNames
{
    /// <summary>429 that says when to come back.</summary>
    public const string RateLimited = "429-retry-after";

    /// <summary>429 that does not.</summary>
    public const string RateLimitedSilently = "429";

    /// <summary>500.</summary>
    public const string ServerError = "500";

    /// <summary>The connection breaks in the middle of the answer.</summary>
    public const string Cut = "cut";

    /// <summary>The answer stops in its middle and the connection stays.</summary>
    public const string Stall = "stall";

    /// <summary>An answer without text.</summary>
    public const string Empty = "empty";

    /// <summary>JSON that no reader takes.</summary>
    public const string MalformedJson = "malformed-json";

    /// <summary>A citation of a work that nobody has given.</summary>
    public const string InventedCitation = "invented-citation";

    /// <summary>A quotation with other words than its source.</summary>
    public const string AlteredQuotation = "altered-quotation";

    /// <summary>A number that the cited passage does not have.</summary>
    public const string AlteredNumber = "altered-number";

    /// <summary>Text that gives orders instead of an answer.</summary>
    public const string Injection = "injection";

    /// <summary>An outline in which sections wait for each other.</summary>
    public const string CyclicOutline = "cyclic-outline";

    /// <summary>An outline that answers one research question less.</summary>
    public const string UncoveredQuestion = "uncovered-question";

    /// <summary>A finding on the whole whose quotation stands nowhere.</summary>
    public const string InventedQuotation = "invented-quotation";

    /// <summary>Faults in which no answer arrives; the first that comes true wins.</summary>
    public static IReadOnlyList<string> OfTransport { get; } = [RateLimited, RateLimitedSilently, ServerError, Cut, Stall, Empty];
}
