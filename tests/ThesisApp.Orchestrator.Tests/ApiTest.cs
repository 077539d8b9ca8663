using ThesisApp.Client;

namespace ThesisApp.Orchestrator.Tests;

/// <summary>A test class on an orchestrator of its own.</summary>
public abstract class ApiTest(OrchestratorHost host) : IClassFixture<OrchestratorHost>
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected OrchestratorHost Host { get; } = host;

    private protected HttpClient Http => Host.Http;

    private protected ThesisClient Client => Host.Client;
}
