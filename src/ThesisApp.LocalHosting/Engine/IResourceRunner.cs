namespace ThesisApp.LocalHosting.Engine;

/// <summary>Runs one resource, or one replica of it; disposing stops it.</summary>
internal interface IResourceRunner : IAsyncDisposable
{
    /// <summary>Starts it, and returns when it is up and healthy.</summary>
    /// <exception cref="HostingException">It cannot be started.</exception>
    Task StartAsync(CancellationToken cancellationToken);
}
