using System.Text.Json;

namespace ThesisApp.ModelSimulator.Ledger;

/// <summary>What the simulator served and would have billed.</summary>
internal sealed class ServedRequests
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ServedRequest> _requests = new(StringComparer.Ordinal);

    /// <summary>Notes that a request has come.</summary>
    /// <returns>Its attempt, from 1.</returns>
    public int Begin(string hash, string task)
    {
        lock (_lock)
        {
            if (!_requests.TryGetValue(hash, out ServedRequest? request))
            {
                request = new ServedRequest { Hash = hash, Task = task };
                _requests.Add(hash, request);
            }

            return ++request.Attempts;
        }
    }

    /// <summary>Notes a fault.</summary>
    public void Fault(string hash, string fault)
    {
        lock (_lock)
        {
            _requests[hash].Faults.Add(fault);
        }
    }

    /// <summary>Notes a full answer.</summary>
    public void Complete(string hash, int inputTokens, int outputTokens)
    {
        lock (_lock)
        {
            ServedRequest request = _requests[hash];
            request.Completed++;
            Bill(hash, inputTokens, outputTokens);
        }
    }

    /// <summary>Bills an answer that is of no use.</summary>
    public void Bill(string hash, int inputTokens, int outputTokens)
    {
        lock (_lock)
        {
            _requests[hash].InputTokens += inputTokens;
            _requests[hash].OutputTokens += outputTokens;
        }
    }

    /// <summary>Full answers so far.</summary>
    public int CompletedCount
    {
        get
        {
            lock (_lock)
            {
                return _requests.Values.Sum(request => request.Completed);
            }
        }
    }

    /// <summary>Everything, for tests.</summary>
    public string ToJson()
    {
        lock (_lock)
        {
            return JsonSerializer.Serialize(
                new
                {
                    Requests = _requests.Values.ToArray(),
                    Attempts = _requests.Values.Sum(request => request.Attempts),
                    Completed = _requests.Values.Sum(request => request.Completed),
                    InputTokens = _requests.Values.Sum(request => request.InputTokens),
                    OutputTokens = _requests.Values.Sum(request => request.OutputTokens),
                    Held,
                },
                JsonSerializerOptions.Web);
        }
    }

    /// <summary>Requests that are held back at the moment.</summary>
    public int Held { get; set; }
}
