using ThesisApp.Benchmarks.Ours;

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

return await ContenderProgram.RunAsync(args, stop.Token);
