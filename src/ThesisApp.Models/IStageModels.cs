using Microsoft.Extensions.AI;
using ThesisApp.Core.Planning;

namespace ThesisApp.Models;

/// <summary>The models that are configured, by stage.</summary>
public interface IStageModels
{
    /// <summary>A client of the stage's model: it retries, keeps to the limits, takes known answers from the cache, and counts.</summary>
    /// <param name="stage">One of <see cref="ModelStages"/>.</param>
    IChatClient For(string stage);

    /// <summary>The stage's model by name.</summary>
    string NameOf(string stage);

    /// <summary>The stage's model, provider and address, without its key: whatever may make another answer.</summary>
    string IdentityOf(string stage);
}
