using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using ThesisApp.Core.Connections;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Usage;

namespace ThesisApp.Models.Clients;

/// <summary>Calls an endpoint until it answers: within the shared limits, each class of failure in its own way, and an account of what was paid for.</summary>
internal sealed class ResilientCalls<T>
{
    // A refusal is a matter of chance at times, and never of patience.
    private const int AttemptsAtRefusal = 2;

    private readonly string _stage;
    private readonly ModelConnection _connection;
    private readonly ModelOptions _options;
    private readonly PriceTable _prices;
    private readonly ICallGate _gate;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _pipeline;

    public ResilientCalls(string stage, ModelConnection connection, ModelOptions options, ICallGate gate, TimeProvider time, ILogger logger)
    {
        _stage = stage;
        _connection = connection;
        _options = options;
        _prices = new PriceTable(options.Prices);
        _gate = gate;
        _logger = logger;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
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

    /// <summary>Makes a call again while that may help.</summary>
    public async Task<T> AskAsync(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(async token => await call(token), cancellationToken);

    /// <summary>Makes one call within the limits, and accounts for what it took.</summary>
    /// <param name="prompt">Tokens that are sent, about.</param>
    /// <param name="expected">Tokens that may be expected back.</param>
    /// <param name="read">Asks and reads the answer.</param>
    /// <param name="taken">Tokens sent and received, or null where nothing can have been charged.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<T> CallAsync(
        int prompt, int expected, Func<ICallObserver?, CancellationToken, Task<T>> read, Func<T, (long Input, long Output)?> taken, CancellationToken cancellationToken)
    {
        ICallObserver? observer = CallScope.Current;
        if (observer is not null)
        {
            await observer.StartingAsync(_connection.Model, _prices.Has(_connection.Model), cancellationToken);
        }

        Func<int, CancellationToken, Task> settle = await _gate.EnterAsync(EndpointName, prompt + expected, cancellationToken);
        T answer;
        try
        {
            answer = await read(observer, cancellationToken);
        }
        catch
        {
            await SettleAsync(settle, prompt);
            throw;
        }

        (long Input, long Output)? tokens = taken(answer);
        await SettleAsync(settle, (int)Math.Min(tokens is { } all ? all.Input + all.Output : prompt, int.MaxValue));
        if (observer is not null && tokens is { } paid)
        {
            await Payments.NoteAsync(observer, new CallUsage(_stage, _connection.Model, paid.Input, paid.Output, _prices.Of(_connection.Model, paid.Input, paid.Output)), cancellationToken);
        }

        return answer;
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
            CallLog.NotSettled(_logger, _stage, exception.Message);
        }
    }

    private bool IsWorthARetry(Exception? exception, int attempt) => exception is ModelCallException failure
        && attempt < _options.MaxAttempts - 1
        && (failure.IsPassing || (failure.Kind == ModelFailureKind.Refused && attempt < AttemptsAtRefusal - 1));

    // Where the endpoint has named a time, the gate holds everybody for it; nobody waits twice.
    private static TimeSpan? DelayOf(Exception? exception) => exception is ModelCallException { RetryAfter: not null } ? TimeSpan.Zero : null;

    private async ValueTask NoteAsync(OnRetryArguments<object> arguments)
    {
        ModelCallException failure = (ModelCallException)arguments.Outcome.Exception!;
        CallLog.Retry(_logger, _stage, failure.Kind, arguments.AttemptNumber + 1, failure.Message);
        if (failure.RetryAfter is { } pause)
        {
            await _gate.HoldAsync(EndpointName, pause, arguments.Context.CancellationToken);
        }
    }
}
