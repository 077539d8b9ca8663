using System.Collections.Concurrent;
using ThesisApp.LocalHosting.State;

namespace ThesisApp.LocalHosting.Output;

/// <summary>What the host shows: the lines of all processes with their names before them, and the table of resources.</summary>
internal sealed class HostOutput : IDisposable
{
    private const string Reset = "\e[0m";
    private const int RememberedLines = 20;

    private static readonly string[] Colors = ["\e[36m", "\e[32m", "\e[33m", "\e[35m", "\e[34m", "\e[96m", "\e[92m", "\e[93m"];

    private readonly bool _quiet;
    private readonly string? _folder;
    private readonly bool _colored;
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, StreamWriter> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<string>> _lastLines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _colors = new(StringComparer.Ordinal);

    public HostOutput(bool quiet, string? folder)
    {
        _quiet = quiet;
        _folder = folder;
        _colored = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        if (folder is not null)
        {
            try
            {
                Directory.CreateDirectory(folder);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new HostingException($"The log folder '{folder}' cannot be written: {exception.Message}", HostingException.BadSettings, exception);
            }
        }
    }

    /// <summary>Passes a line of a resource's process on.</summary>
    public void Line(string resource, string line)
    {
        lock (_lock)
        {
            if (!_lastLines.TryGetValue(resource, out Queue<string>? last))
            {
                _lastLines.Add(resource, last = new Queue<string>());
                _colors.Add(resource, Colors[_colors.Count % Colors.Length]);
            }

            last.Enqueue(line);
            if (last.Count > RememberedLines)
            {
                last.Dequeue();
            }

            if (_folder is not null)
            {
                StreamWriter file = _files.GetOrAdd(resource, name => new StreamWriter(Path.Combine(_folder, $"{name}.log"), append: true) { AutoFlush = true });
                file.WriteLine(line);
            }

            if (!_quiet)
            {
                Console.WriteLine(_colored ? $"{_colors[resource]}{resource,-14}{Reset} {line}" : $"{resource,-14} {line}");
            }
        }
    }

    /// <summary>The last lines of a resource, for an error message.</summary>
    public string LastLines(string resource)
    {
        lock (_lock)
        {
            return _lastLines.TryGetValue(resource, out Queue<string>? last) ? string.Join(Environment.NewLine, last) : string.Empty;
        }
    }

    /// <summary>Says something of the host's own.</summary>
    public void Say(string text)
    {
        lock (_lock)
        {
            if (!_quiet)
            {
                Console.WriteLine(text);
            }
        }
    }

    /// <summary>Shows the table of resources.</summary>
    public void Table(HostStatus status)
    {
        int width = Math.Max(8, status.Resources.Max(resource => resource.Name.Length));
        List<string> lines = [$"  {"Resource".PadRight(width)}  State     Pid      URL"];
        lines.AddRange(status.Resources.Select(resource =>
            $"  {resource.Name.PadRight(width)}  {resource.State.ToString().ToLowerInvariant(),-8}  {resource.Pid,-7}  {string.Join(" ", resource.Urls)}".TrimEnd()));
        Say(string.Join(Environment.NewLine, ["", .. lines, ""]));
    }

    public void Dispose()
    {
        foreach (StreamWriter file in _files.Values)
        {
            file.Dispose();
        }
    }
}
