using System.Buffers;
using System.Net.Sockets;
using RESPite.Transports;

#pragma warning disable SER009 // The client's seam for transports is an experiment, which the pinned version has.

namespace ThesisApp.ServiceDefaults.Redis.Direct;

/// <summary>
/// A connection whose requests are sent by the thread that makes them, and whose answers are read by a thread of its own that waits for nothing else. The client's own way hands each request to a thread of the pool and
/// gets each answer by two others, which costs more than the store takes for what the board asks of it.
/// </summary>
internal sealed class DirectTransport : DuplexTransport
{
    private const int ReadSize = 32 * 1024;
    private const int KeptSize = 64 * 1024;

    private readonly Lock _sending = new();
    private readonly Socket _socket;

    // What is sent behind what the connection has not taken yet.
    private readonly Queue<ReadOnlyMemory<byte>> _backlog = new();
    private int _sentOfFirst;

    // What the client has put together for the next flush; it does so by one thread at a time.
    private ArrayBufferWriter<byte> _staged = new(1024);
    private volatile bool _isClosed;

    /// <summary>Makes one of a connected socket, which is the transport's from then on and must not block.</summary>
    public DirectTransport(Socket socket) => _socket = socket;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _staged.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _staged.GetSpan(sizeHint);

    public override void Advance(int count) => _staged.Advance(count);

    public override bool Flush()
    {
        lock (_sending)
        {
            if (_isClosed)
            {
                return false;
            }

            int sent = 0;
            if (_backlog.Count == 0 && !TrySend(_staged.WrittenSpan, out sent))
            {
                Close();
                return false;
            }

            bool isKept = sent == _staged.WrittenCount || TryKeepFrom(sent);
            ClearStaged();
            return isKept;
        }
    }

    public override void Start(TransportReceiver receiver) => new Thread(() => Read(receiver)) { IsBackground = true, Name = "Redis reader" }.Start();

    public override ValueTask DisposeAsync()
    {
        Close();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Read(TransportReceiver receiver)
    {
        Exception? fault = null;
        try
        {
            byte[] buffer = new byte[ReadSize];
            int count;
            do
            {
                count = Receive(buffer);
                if (count > 0 && !receiver.OnReceived(buffer.AsSpan(0, count)))
                {
                    break;
                }

                if (count > 0 && (count < ReadSize || _socket.Available == 0))
                {
                    receiver.OnBatchEnd();
                }
            }
            while (count > 0);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            fault = _isClosed ? null : exception;
        }

        Close();
        receiver.OnClosed(fault);
    }

    // Waits for bytes; 0 once there are no more.
    private int Receive(byte[] buffer)
    {
        while (true)
        {
            _socket.Poll(Timeout.InfiniteTimeSpan, SelectMode.SelectRead);
            int count = _socket.Receive(buffer, SocketFlags.None, out SocketError error);
            if (error == SocketError.Success)
            {
                return count;
            }

            if (error != SocketError.WouldBlock)
            {
                throw new SocketException((int)error);
            }
        }
    }

    // As much as the connection takes at once. False if it is broken.
    private bool TrySend(ReadOnlySpan<byte> bytes, out int sent)
    {
        sent = 0;
        try
        {
            while (sent < bytes.Length)
            {
                int count = _socket.Send(bytes[sent..], SocketFlags.None, out SocketError error);
                if (error != SocketError.Success)
                {
                    return error == SocketError.WouldBlock;
                }

                sent += count;
            }

            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    // False where no thread is to be had that would send it: the connection is given up then.
    private bool TryKeepFrom(int sent)
    {
        _backlog.Enqueue(_staged.WrittenMemory[sent..].ToArray());
        if (_backlog.Count > 1)
        {
            return true;
        }

        try
        {
            new Thread(Drain) { IsBackground = true, Name = "Redis writer" }.Start();
            return true;
        }
        catch (Exception exception) when (exception is ThreadStartException or OutOfMemoryException)
        {
            Close();
            return false;
        }
    }

    // Large requests keep their memory no longer than they need it.
    private void ClearStaged()
    {
        if (_staged.Capacity > KeptSize)
        {
            _staged = new ArrayBufferWriter<byte>(1024);
        }
        else
        {
            _staged.ResetWrittenCount();
        }
    }

    // Sends what the connection did not take at once, as it does. Closing it ends the wait.
    private void Drain()
    {
        try
        {
            bool isEmpty = false;
            while (!isEmpty)
            {
                _socket.Poll(Timeout.InfiniteTimeSpan, SelectMode.SelectWrite);
                lock (_sending)
                {
                    if (_isClosed || !TrySend(_backlog.Peek().Span[_sentOfFirst..], out int sent))
                    {
                        break;
                    }

                    _sentOfFirst += sent;
                    if (_sentOfFirst == _backlog.Peek().Length)
                    {
                        _backlog.Dequeue();
                        _sentOfFirst = 0;
                    }

                    isEmpty = _backlog.Count == 0;
                }
            }

            if (isEmpty)
            {
                return;
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // As where the connection is seen to be broken.
        }

        Close();
    }

    // The reader notices, and tells the client.
    private void Close()
    {
        _isClosed = true;
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It was closed already.
        }
    }
}
