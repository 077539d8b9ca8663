namespace ThesisApp.Contracts;

/// <summary>Server-sent events besides those of the run.</summary>
public static class ServerEventTypes
{
    /// <summary>The last event of a stream whose run has ended: a client that saw it need not come back.</summary>
    public const string End = "end";

    /// <summary>Says nothing; it keeps proxies from closing a silent connection. It has no data.</summary>
    public const string KeepAlive = "keep-alive";
}
