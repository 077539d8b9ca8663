using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace ThesisApp.Models.Clients;

/// <summary>Shows what a model of OpenAI's form says where it refuses: it comes in a field of its own, which the package leaves out of what is streamed.</summary>
internal sealed class OpenAiRefusals(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ChatResponseUpdate update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            if (update.RawRepresentation is StreamingChatCompletionUpdate { RefusalUpdate: { Length: > 0 } refusal } && !update.Contents.OfType<ErrorContent>().Any())
            {
                update.Contents.Add(new ErrorContent(refusal));
            }

            yield return update;
        }
    }
}
