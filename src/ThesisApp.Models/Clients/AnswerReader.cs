using Microsoft.Extensions.AI;
using ThesisApp.Core.Connections;
using ThesisApp.Models.Calls;

namespace ThesisApp.Models.Clients;

/// <summary>Reads an answer as it comes: with a time-out for the first token, one between tokens, one for the whole, and a class for whatever goes wrong.</summary>
internal sealed class AnswerReader(IChatClient client, ModelConnection connection, ModelOptions options, TimeProvider time)
{
    /// <summary>Asks, and reads the answer to its end.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="chat">How to answer.</param>
    /// <param name="writing">Told how many characters have come.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ModelCallException">It failed.</exception>
    public async Task<ChatResponse> ReadAsync(IList<ChatMessage> messages, ChatOptions chat, Action<int> writing, CancellationToken cancellationToken)
    {
        // Made at once, so that the time for the first token counts from here.
        using CancellationTokenSource limit = new(options.FirstTokenTimeout, time);
        using CancellationTokenSource whole = new(options.AnswerTimeout, time);
        using CancellationTokenSource call = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token, whole.Token);
        List<ChatResponseUpdate> updates = [];
        int characters = 0;
        try
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(messages, chat, call.Token).WithCancellation(call.Token))
            {
                updates.Add(update);
                if (update.Text.Length > 0)
                {
                    characters += update.Text.Length;
                    writing(characters);
                }

                // Whatever comes is a sign of life, also from a model that thinks before it writes.
                limit.CancelAfter(characters == 0 ? options.FirstTokenTimeout : options.TokenTimeout);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw CallFailures.Classify(exception, connection, () => whole.IsCancellationRequested
                ? $"no end within {options.AnswerTimeout}, after {characters} characters"
                : characters == 0 ? $"no token within {options.FirstTokenTimeout}" : $"nothing more after {characters} characters");
        }

        // Where the client takes a broken connection for the end, no reason for it was given.
        ChatResponse response = updates.ToChatResponse();
        if (response.FinishReason is null)
        {
            throw new ModelCallException(ModelFailureKind.Interrupted, $"The answer of {connection} broke off.");
        }

        return response;
    }
}
