using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using ThesisApp.Contracts;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Orchestrator.Tests.Problems;

public sealed class StoreAwayTests : IAsyncLifetime
{
    private readonly GarnetFixture _store = new();
    private readonly WebApplicationFactory<Program> _factory;

    public StoreAwayTests() => _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
    {
        web.UseSetting("ConnectionStrings:redis", $"{_store.ConnectionString},syncTimeout=500,asyncTimeout=500,connectTimeout=500");
        web.UseSetting("Logging:LogLevel:Default", "None");
    });

    public async ValueTask InitializeAsync() => await _store.InitializeAsync();

    public async ValueTask DisposeAsync() => await _factory.DisposeAsync();

    [Theory]
    [InlineData(ApiRoutes.Runs)]
    [InlineData("/health")]
    public async Task Requests_are_refused_for_the_moment_while_the_store_is_away(string route)
    {
        using HttpClient http = _factory.CreateClient();
        using HttpResponseMessage before = await http.GetAsync(route, TestContext.Current.CancellationToken);
        await _store.DisposeAsync();

        using HttpResponseMessage during = await http.GetAsync(route, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (before.StatusCode, during.StatusCode));
    }
}
