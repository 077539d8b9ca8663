using Microsoft.Extensions.AI;

namespace ThesisApp.Models.Clients;

/// <summary>Stands before the cache of answers: see <see cref="Payments"/>.</summary>
internal sealed class PayingChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Payments.AfterAsync(() => base.GetResponseAsync(messages, options, cancellationToken), cancellationToken);
}
