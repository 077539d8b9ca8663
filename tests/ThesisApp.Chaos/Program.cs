using System.Runtime.InteropServices;
using ThesisApp.Chaos;
using ThesisApp.TestSupport.Processes;

if (ChaosOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(ChaosOptions.Usage);
    return 2;
}

foreach (string program in new[] { "redis-server", "prlimit" })
{
    if (Executables.Find(program) is null)
    {
        Console.Error.WriteLine($"{program} is not installed (Debian: apt-get install redis-server util-linux).");
        return 3;
    }
}

using CancellationTokenSource stop = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await new ChaosTest(options, Console.Out).RunAsync(stop.Token);

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
