using System.Runtime.InteropServices;

namespace ThesisApp.LocalHosting.Engine;

/// <summary>One token for every way in which a host is asked to stop.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Listens for Ctrl+C, SIGTERM, SIGHUP and, if asked for, the end of standard input.</summary>
    public StopSignals(bool endOfInput, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        foreach (PosixSignal signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                // A second one ends the host at once; the guard ends what it started.
                context.Cancel = !_stop.IsCancellationRequested;
                Stop();
            }));
        }

        if (endOfInput)
        {
            new Thread(WaitForEndOfInput) { IsBackground = true, Name = "end of input" }.Start();
        }
    }

    /// <summary>Fires when the host is to stop.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void WaitForEndOfInput()
    {
        Span<byte> buffer = stackalloc byte[256];
        using Stream input = Console.OpenStandardInput();
        while (input.Read(buffer) > 0)
        {
            // What is written there has no meaning.
        }

        Stop();
    }

    private void Stop()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The host has stopped in the meantime.
        }
    }
}
