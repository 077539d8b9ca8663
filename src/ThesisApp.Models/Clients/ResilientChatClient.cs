using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using ThesisApp.Core.Connections;
using ThesisApp.Models.Calls;

namespace ThesisApp.Models.Clients;

/// <summary>Calls a chat model until it answers, with time-outs: see <see cref="ResilientCalls{T}"/> and <see cref="AnswerReader"/>. An answer that is cut off is asked for at greater length.</summary>
internal sealed class ResilientChatClient : DelegatingChatClient
{
    private const int CharactersOfToken = 4;

    private readonly string _stage;
    private readonly ModelConnection _connection;
    private readonly ModelOptions _options;
    private readonly ILogger _logger;
    private readonly AnswerReader _reader;
    private readonly ResilientCalls<ChatResponse> _calls;
    private readonly EndpointHabits _habits = new();

    public ResilientChatClient(IChatClient inner, string stage, ModelConnection connection, ModelOptions options, ICallGate gate, TimeProvider time, ILogger logger)
        : base(inner)
    {
        _stage = stage;
        _connection = connection;
        _options = options;
        _logger = logger;
        _reader = new AnswerReader(inner, connection, options, time);
        _calls = new ResilientCalls<ChatResponse>(stage, connection, options, gate, time, logger);
    }

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatMessage[] asked = [.. messages];
        ChatOptions chat = options?.Clone() ?? new ChatOptions();
        chat.MaxOutputTokens ??= _options.MaxOutputTokens;
        ChatResponse response = await AskAsync(asked, chat, cancellationToken);
        if (response.FinishReason != ChatFinishReason.Length)
        {
            return response;
        }

        CallLog.CutOff(_logger, _stage, _connection.Model, chat.MaxOutputTokens.Value);
        chat.MaxOutputTokens *= 2;
        try
        {
            response = await AskAsync(asked, chat, cancellationToken);
        }
        catch (ModelCallException exception) when (exception.Kind is ModelFailureKind.Rejected or ModelFailureKind.TooLong && !string.IsNullOrWhiteSpace(response.Text))
        {
            // It cannot write so much: what it wrote before is what there is.
            CallLog.NoMore(_logger, _stage, _connection.Model, chat.MaxOutputTokens.Value, exception.Message);
        }

        if (response.FinishReason != ChatFinishReason.Length)
        {
            return response;
        }

        return CutAnswer.Whole(response) ?? throw new ModelCallException(
            ModelFailureKind.Empty, $"The model {_connection} wrote no whole sentence within {chat.MaxOutputTokens} tokens. Raise {ModelOptions.SectionName}:{nameof(ModelOptions.MaxOutputTokens)}.");
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Only a whole answer is an answer: one that broke off must not be seen in part.
        foreach (ChatResponseUpdate update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    private async Task<ChatResponse> AskAsync(ChatMessage[] messages, ChatOptions options, CancellationToken cancellationToken)
    {
        while (true)
        {
            ChatOptions taken = _habits.Apply(options);
            try
            {
                return await _calls.AskAsync(token => CallAsync(messages, taken, token), cancellationToken);
            }
            catch (ModelCallException exception) when (_habits.Learn(exception, taken) is { } left)
            {
                CallLog.LeftOut(_logger, _connection.Model, left, _stage, exception.Message);
            }
            catch (ModelCallException exception) when (!exception.IsPassing)
            {
                CallLog.Declined(_logger, _stage, exception.Kind, exception.Message);
                throw;
            }
        }
    }

    private async Task<ChatResponse> CallAsync(ChatMessage[] messages, ChatOptions options, CancellationToken cancellationToken)
    {
        int prompt = messages.Sum(message => message.Text.Length) / CharactersOfToken;
        ChatResponse response = await _calls.CallAsync(
            prompt,
            options.MaxOutputTokens!.Value / 2,
            (observer, token) => _reader.ReadAsync(messages, options, characters => observer?.Writing(_stage, characters), token),
            answer => Taken(answer, prompt),
            cancellationToken);
        return response switch
        {
            { FinishReason: { } reason } when reason == ChatFinishReason.ContentFilter => throw new ModelCallException(ModelFailureKind.Refused, $"The model {_connection} refused to answer."),
            { Text: var text } when string.IsNullOrWhiteSpace(text) && RefusalOf(response) is { } why => throw new ModelCallException(ModelFailureKind.Refused, $"The model {_connection} refused to answer: {why}"),
            { Text: var text } when string.IsNullOrWhiteSpace(text) && response.FinishReason != ChatFinishReason.Length => throw new ModelCallException(ModelFailureKind.Empty, $"The model {_connection} gave an empty answer."),
            _ => response,
        };
    }

    // A model's own refusal comes beside the text (OpenAI's field 'refusal'), as an error among the contents.
    private static string? RefusalOf(ChatResponse response) =>
        string.Concat(response.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>().Select(error => error.Message)) is { Length: > 0 } refusal ? refusal : null;

    // An endpoint that does not count is counted by the rule of thumb.
    private static (long Input, long Output)? Taken(ChatResponse answer, int prompt) => answer.Usage is null && answer.Text.Length == 0
        ? null
        : (answer.Usage?.InputTokenCount ?? prompt, answer.Usage?.OutputTokenCount ?? (answer.Text.Length / CharactersOfToken));
}
