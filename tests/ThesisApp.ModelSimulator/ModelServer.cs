using System.Globalization;
using System.Text;
using System.Text.Json;
using ThesisApp.ModelSimulator.Answers;
using ThesisApp.ModelSimulator.Faults;
using ThesisApp.ModelSimulator.Ledger;
using ThesisApp.ModelSimulator.Wire;

namespace ThesisApp.ModelSimulator;

/// <summary>Answers a request, or fails to, at a model's pace.</summary>
internal sealed class ModelServer(SimulatorOptions options, ServedRequests served, Gate gate, Pace pace, TimeProvider time)
{
    // Pieces come no more often than this, however fast the model writes.
    private const double PieceMs = 20;

    /// <summary>Serves one request.</summary>
    /// <param name="context">The exchange.</param>
    /// <param name="wire">Its form.</param>
    /// <param name="key">The header that must carry a key, or null.</param>
    public async Task ServeAsync(HttpContext context, IWire wire, string? key)
    {
        if (await Refusals.WithoutKeyAsync(context, wire.Error, key))
        {
            return;
        }

        CancellationToken aborted = context.RequestAborted;
        using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: aborted);
        SimulatedRequest request = wire.Read(body.RootElement);
        PromptReader prompt = PromptReader.Of(request);
        int attempt = served.Begin(request.Hash, prompt.Task);
        FaultPlan faults = new(options, new Dice(options.Seed, string.Create(CultureInfo.InvariantCulture, $"{request.Hash}#{attempt}")));
        await gate.PassAsync(aborted);

        string? fault = faults.Transport;
        if (fault is not null)
        {
            served.Fault(request.Hash, fault);
        }

        if (await Refusals.TryAsync(context, wire.Error, fault, options.RetryAfterMs / pace.Compress))
        {
            return;
        }

        (string text, IReadOnlyList<string> flaws) = AnswerWriter.Write(prompt, faults, new Dice(options.Seed, request.Hash), options.Fill);
        foreach (string flaw in fault is null ? flaws : [])
        {
            served.Fault(request.Hash, flaw);
        }

        await AnswerAsync(context, wire, request, new SimulatedAnswer(request.Model, fault == FaultNames.Empty ? string.Empty : text, request.Tokens), fault);
    }

    private async Task AnswerAsync(HttpContext context, IWire wire, SimulatedRequest request, SimulatedAnswer answer, string? fault)
    {
        CancellationToken aborted = context.RequestAborted;
        Func<int, CancellationToken, Task> untilWritten = pace.Begin(new Dice(options.Seed, request.Hash));
        await untilWritten(0, aborted);
        string[] pieces = [.. Pieces(answer.Text)];
        int complete = fault is FaultNames.Cut or FaultNames.Stall ? pieces.Length / 2 : pieces.Length;
        context.Response.ContentType = request.Stream ? wire.StreamType : "application/json";
        if (request.Stream)
        {
            await SendAsync(context, wire.Begin(answer), aborted);
        }

        int tokens = 0;
        for (int i = 0; i < complete; i++)
        {
            if (request.Stream)
            {
                await SendAsync(context, wire.Piece(answer, pieces[i]), aborted);
            }

            tokens += SimulatedAnswer.CountTokens(pieces[i]);
            await untilWritten(tokens, aborted);
        }

        switch (fault)
        {
            case FaultNames.Cut:
                context.Abort();
                return;
            case FaultNames.Stall:
                await Task.Delay(Timeout.InfiniteTimeSpan, time, aborted).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                return;
        }

        // Before the last bytes: who has all of them must find them in the account. One who went before them has paid nothing.
        aborted.ThrowIfCancellationRequested();
        if (fault is null)
        {
            served.Complete(request.Hash, answer.InputTokens, answer.OutputTokens);
        }
        else
        {
            // An answer without text is billed all the same.
            served.Bill(request.Hash, answer.InputTokens, answer.OutputTokens);
        }

        await SendAsync(context, request.Stream ? wire.End(answer) : wire.Whole(answer), aborted);
    }

    private static async Task SendAsync(HttpContext context, string text, CancellationToken cancellationToken)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }

    // Words, several at a time where the pace would ask for more pieces than anybody can tell apart.
    private IEnumerable<string> Pieces(string text)
    {
        int length = pace.LettersOfPiece(PieceMs);
        int start = 0;
        while (start < text.Length)
        {
            int end = Math.Min(text.Length, start + length);
            while (end < text.Length && text[end] != ' ')
            {
                end++;
            }

            yield return text[start..end];
            start = end;
        }
    }
}
