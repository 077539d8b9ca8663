using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using ThesisApp.Core.Connections;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Usage;

namespace ThesisApp.Models.Clients;

/// <summary>Calls a model until it answers: within the shared limits, with time-outs, each class of failure in its own way, and an account of what was paid for.</summary>
internal sealed partial class ResilientChatClient : DelegatingChatClient
{
    // A refusal is a matter of chance at times, and never of patience.
    private const int AttemptsAtRefusal = 2;
    private const int CharactersOfToken = 4;

    private readonly string _stage;
    private readonly ModelConnection _connection;
    private readonly ModelOptions _options;
    private readonly PriceTable _prices;
    private readonly ICallGate _gate;
    private readonly ILogger _logger;
    private readonly AnswerReader _reader;
    private readonly ResiliencePipeline<ChatResponse> _pipeline;

    public ResilientChatClient(IChatClient inner, string stage, ModelConnection connection, ModelOptions options, ICallGate gate, TimeProvider time, ILogger logger)
        : base(inner)
    {
        _stage = stage;
        _connection = connection;
        _options = options;
        _prices = new PriceTable(options.Prices);
        _gate = gate;
        _logger = logger;
        _reader = new AnswerReader(inner, connection, options, time);
        _pipeline = new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<ChatResponse>
            {
                MaxRetryAttempts = Math.Max(1, options.MaxAttempts - 1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.RetryBaseDelay,
                MaxDelay = options.RetryMaxDelay,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthARetry(arguments.Outcome.Exception, arguments.AttemptNumber)),
                DelayGenerator = arguments => ValueTask.FromResult(DelayOf(arguments.Outcome.Exception)),
                OnRetry = NoteAsync,
            })
            .Build();
    }

    private string EndpointName => $"{_connection.Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}#{_connection.Model}";

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

        LogCutOff(_logger, _stage, _connection.Model, chat.MaxOutputTokens.Value);
        chat.MaxOutputTokens *= 2;
        try
        {
            response = await AskAsync(asked, chat, cancellationToken);
        }
        catch (ModelCallException exception) when (exception.Kind is ModelFailureKind.Rejected or ModelFailureKind.TooLong && !string.IsNullOrWhiteSpace(response.Text))
        {
            // It cannot write so much: what it wrote before is what there is.
            LogNoMore(_logger, _stage, _connection.Model, chat.MaxOutputTokens.Value, exception.Message);
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

    private async Task<ChatResponse> AskAsync(ChatMessage[] messages, ChatOptions options, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(async token => await CallAsync(messages, options, token), cancellationToken);

    private async Task<ChatResponse> CallAsync(ChatMessage[] messages, ChatOptions options, CancellationToken cancellationToken)
    {
        ICallObserver? observer = CallScope.Current;
        if (observer is not null)
        {
            await observer.StartingAsync(_connection.Model, _prices.Has(_connection.Model), cancellationToken);
        }

        int prompt = messages.Sum(message => message.Text.Length) / CharactersOfToken;
        Func<int, CancellationToken, Task> settle = await _gate.EnterAsync(EndpointName, prompt + (options.MaxOutputTokens!.Value / 2), cancellationToken);
        ChatResponse? response = null;
        try
        {
            response = await _reader.ReadAsync(messages, options, characters => observer?.Writing(_stage, characters), cancellationToken);
        }
        finally
        {
            if (response is null)
            {
                await SettleAsync(settle, prompt);
            }
        }

        // An endpoint that does not count is counted by the rule of thumb.
        long input = response.Usage?.InputTokenCount ?? prompt;
        long output = response.Usage?.OutputTokenCount ?? (response.Text.Length / CharactersOfToken);
        await SettleAsync(settle, (int)Math.Min(input + output, int.MaxValue));
        if (observer is not null && (response.Usage is not null || response.Text.Length > 0))
        {
            await PayingChatClient.NoteAsync(observer, new CallUsage(_stage, _connection.Model, input, output, _prices.Of(_connection.Model, input, output)), cancellationToken);
        }

        return response switch
        {
            { FinishReason: { } reason } when reason == ChatFinishReason.ContentFilter => throw new ModelCallException(ModelFailureKind.Refused, $"The model {_connection} refused to answer."),
            { Text: var text } when string.IsNullOrWhiteSpace(text) && response.FinishReason != ChatFinishReason.Length => throw new ModelCallException(ModelFailureKind.Empty, $"The model {_connection} gave an empty answer."),
            _ => response,
        };
    }

    // The answer is paid for: that the shared limits could not be told is no reason to lose it.
    private async Task SettleAsync(Func<int, CancellationToken, Task> settle, int tokens)
    {
        try
        {
            await settle(tokens, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogNotSettled(_logger, _stage, exception.Message);
        }
    }

    private bool IsWorthARetry(Exception? exception, int attempt) => exception is ModelCallException failure
        && attempt < _options.MaxAttempts - 1
        && (failure.IsPassing || (failure.Kind == ModelFailureKind.Refused && attempt < AttemptsAtRefusal - 1));

    // Where the endpoint has named a time, the gate holds everybody for it; nobody waits twice.
    private static TimeSpan? DelayOf(Exception? exception) => exception is ModelCallException { RetryAfter: not null } ? TimeSpan.Zero : null;

    private async ValueTask NoteAsync(OnRetryArguments<ChatResponse> arguments)
    {
        ModelCallException failure = (ModelCallException)arguments.Outcome.Exception!;
        LogRetry(_logger, _stage, failure.Kind, arguments.AttemptNumber + 1, failure.Message);
        if (failure.RetryAfter is { } pause)
        {
            await _gate.HoldAsync(EndpointName, pause, arguments.Context.CancellationToken);
        }
    }

    [LoggerMessage(60, LogLevel.Warning, "Call for {Stage} failed ({Kind}), attempt {Attempt}: {Reason}")]
    private static partial void LogRetry(ILogger logger, string stage, ModelFailureKind kind, int attempt, string reason);

    [LoggerMessage(61, LogLevel.Warning, "The answer for {Stage} of {Model} was cut off at {Tokens} tokens; asks for twice as many.")]
    private static partial void LogCutOff(ILogger logger, string stage, string model, int tokens);

    [LoggerMessage(62, LogLevel.Warning, "{Model} cannot write {Tokens} tokens for {Stage}; keeps what it wrote before: {Reason}")]
    private static partial void LogNoMore(ILogger logger, string stage, string model, int tokens, string reason);

    [LoggerMessage(63, LogLevel.Warning, "The limits could not be told what the call for {Stage} has taken: {Reason}")]
    private static partial void LogNotSettled(ILogger logger, string stage, string reason);
}
