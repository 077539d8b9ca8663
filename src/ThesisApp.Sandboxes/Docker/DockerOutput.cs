using System.Text;
using Docker.DotNet;

namespace ThesisApp.Sandboxes.Docker;

/// <summary>Keeps the last part of what a container writes.</summary>
internal sealed class DockerOutput : IDisposable
{
    private const int Most = 8_192;

    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly MultiplexedStream _stream;

    /// <summary>Reads from now on.</summary>
    public DockerOutput(MultiplexedStream stream)
    {
        _stream = stream;
        Read = ReadAsync();
    }

    /// <summary>Completes when all has been read.</summary>
    public Task Read { get; }

    /// <summary>What was read last.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
            {
                return _text.ToString();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private async Task ReadAsync()
    {
        byte[] buffer = new byte[4_096];
        try
        {
            while (await _stream.ReadOutputAsync(buffer, 0, buffer.Length, CancellationToken.None) is { EOF: false } read)
            {
                lock (_lock)
                {
                    _text.Append(Encoding.UTF8.GetString(buffer, 0, read.Count));
                    _text.Remove(0, Math.Max(0, _text.Length - Most));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The container, or the engine, is gone.
        }
    }
}
