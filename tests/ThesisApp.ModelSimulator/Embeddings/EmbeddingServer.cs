using System.Globalization;
using System.Text;
using System.Text.Json;
using ThesisApp.ModelSimulator.Faults;
using ThesisApp.ModelSimulator.Ledger;

namespace ThesisApp.ModelSimulator.Embeddings;

/// <summary>Answers requests for embeddings, or fails to.</summary>
internal sealed class EmbeddingServer(SimulatorOptions options, ServedRequests served, Gate gate, Pace pace, TimeProvider time)
{
    // Faults of chat that embeddings can have, too: half of a JSON is no answer, and is billed to nobody.
    private static readonly string[] OfEmbeddings = [.. FaultNames.OfTransport, FaultNames.MalformedJson];

    /// <summary>Serves one request.</summary>
    /// <param name="context">The exchange.</param>
    /// <param name="wire">Its form.</param>
    /// <param name="key">The header that must carry a key, or null.</param>
    public async Task ServeAsync(HttpContext context, IEmbeddingWire wire, string? key)
    {
        if (await Refusals.WithoutKeyAsync(context, wire.Error, key))
        {
            return;
        }

        CancellationToken aborted = context.RequestAborted;
        using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: aborted);
        EmbeddingRequest request = wire.Read(body.RootElement);
        int attempt = served.Begin(request.Hash, "embed");
        FaultPlan faults = new(options, new Dice(options.Seed, string.Create(CultureInfo.InvariantCulture, $"{request.Hash}#{attempt}")));
        await gate.PassAsync(aborted);
        string? fault = OfEmbeddings.FirstOrDefault(faults.Happens);
        if (fault is not null)
        {
            served.Fault(request.Hash, fault);
        }

        if (!await Refusals.TryAsync(context, wire.Error, fault, options.RetryAfterMs / pace.Compress))
        {
            await AnswerAsync(context, wire, request, fault);
        }
    }

    private async Task AnswerAsync(HttpContext context, IEmbeddingWire wire, EmbeddingRequest request, string? fault)
    {
        CancellationToken aborted = context.RequestAborted;
        if (options.FirstTokenMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(options.FirstTokenMs / pace.Compress), time, aborted);
        }

        byte[] whole = Encoding.UTF8.GetBytes(wire.Whole(request, fault == FaultNames.Empty ? [] : [.. request.Texts.Select(TextVectors.Of)]));
        context.Response.ContentType = "application/json";
        switch (fault)
        {
            case FaultNames.Cut:
                context.Response.ContentLength = whole.Length;
                await context.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), aborted);
                await context.Response.Body.FlushAsync(aborted);
                context.Abort();
                return;
            case FaultNames.Stall:
                await context.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), aborted);
                await context.Response.Body.FlushAsync(aborted);
                await Task.Delay(Timeout.InfiniteTimeSpan, time, aborted).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                return;
            case FaultNames.MalformedJson:
                await context.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), aborted);
                return;
        }

        // Before the bytes go, as with chat: who has them must find them in the account.
        aborted.ThrowIfCancellationRequested();
        if (fault is null)
        {
            served.Complete(request.Hash, request.Tokens, 0);
        }
        else
        {
            served.Bill(request.Hash, request.Tokens, 0);
        }

        await context.Response.Body.WriteAsync(whole, aborted);
    }
}
