using ThesisApp.Models.Usage;

namespace ThesisApp.Models.Calls;

/// <summary>Follows the calls that one task makes.</summary>
public interface ICallObserver
{
    /// <summary>Before a call is made: may forbid it by throwing.</summary>
    /// <param name="model">The model.</param>
    /// <param name="hasPrice">Whether the price table has a line for it.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task StartingAsync(string model, bool hasPrice, CancellationToken cancellationToken);

    /// <summary>While an answer comes.</summary>
    /// <param name="stage">What was asked for.</param>
    /// <param name="characters">Characters that have come so far.</param>
    void Writing(string stage, int characters);

    /// <summary>After an answer that is paid for.</summary>
    Task PaidAsync(CallUsage usage, CancellationToken cancellationToken);
}
