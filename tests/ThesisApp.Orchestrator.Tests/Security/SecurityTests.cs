using System.Net;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Orchestrator.Tests.Security;

public sealed class SecurityTests(OrchestratorHost host) : ApiTest(host)
{
    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:8080", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    public async Task Only_the_services_own_pages_may_change_something(string origin, HttpStatusCode expected)
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);
        using HttpRequestMessage request = new(HttpMethod.Post, ApiRoutes.Action(run.Id, "cancel"));
        request.Headers.Add("Origin", origin);

        using HttpResponseMessage response = await Http.SendAsync(request, Cancellation);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Other_sites_are_not_allowed_to_read_answers()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, ApiRoutes.Runs);
        request.Headers.Add("Origin", "https://evil.example");

        using HttpResponseMessage response = await Http.SendAsync(request, Cancellation);

        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }
}
