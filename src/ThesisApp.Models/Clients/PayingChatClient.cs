using Microsoft.Extensions.AI;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Usage;

namespace ThesisApp.Models.Clients;

/// <summary>Stands before the cache and tells who follows a call what it took once its answer is kept: if that cannot be told, the answer is not asked for again.</summary>
internal sealed class PayingChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    private static readonly AsyncLocal<Queue<CallUsage>?> Open = new();

    /// <summary>Notes what a call took.</summary>
    public static Task NoteAsync(ICallObserver observer, CallUsage usage, CancellationToken cancellationToken)
    {
        if (Open.Value is not { } open)
        {
            return observer.PaidAsync(usage, cancellationToken);
        }

        open.Enqueue(usage);
        return Task.CompletedTask;
    }

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Queue<CallUsage> open = new();
        Open.Value = open;
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
        finally
        {
            while (CallScope.Current is { } observer && open.TryDequeue(out CallUsage? usage))
            {
                await observer.PaidAsync(usage, cancellationToken);
            }
        }
    }
}
