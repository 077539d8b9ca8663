namespace ThesisApp.Cli.Hosting;

/// <summary>Keeps a child's output in a file, and its last lines for an error message.</summary>
internal sealed class OutputTail : IDisposable
{
    private const int MaxLines = 12;

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();
    private readonly StreamWriter _file;
    private bool _isDisposed;

    /// <summary>Starts with an empty file.</summary>
    public OutputTail(string path)
    {
        _file = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    }

    /// <summary>The last lines, as one text.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
            {
                return string.Join(' ', _lines.Select(line => line.Trim()));
            }
        }
    }

    /// <summary>Adds a line; null, the end of the output, is ignored.</summary>
    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            _file.WriteLine(line);
            _lines.Enqueue(line);
            if (_lines.Count > MaxLines)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _file.Dispose();
        }
    }
}
