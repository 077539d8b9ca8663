using Microsoft.Extensions.Configuration;
using ThesisApp.Core.Connections;
using ThesisApp.Orchestrator.Pool;

namespace ThesisApp.Orchestrator.Tests.Pool;

public sealed class ModelRoutesTests
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["ConnectionStrings:chat"] = "Key=k;Model=m",
        ["ConnectionStrings:own"] = "Endpoint=http://10.0.0.7:8000/v1;Key=none;Model=m",
        ["ConnectionStrings:other"] = "Endpoint=https://api.openai.com/v2;Key=l;Model=n;",
        ["ConnectionStrings:unused"] = "Endpoint=https://elsewhere.example;Key=k;Model=m",
        ["Models:Stages:draft:Connection"] = "own",
        ["Models:Stages:review:Connection"] = "other",
    };

    private static readonly string OpenAi = ModelRoutes.NameOf("api.openai.com", 443);
    private static readonly string Own = ModelRoutes.NameOf("10.0.0.7", 8_000);

    [Fact]
    public void A_gate_keeps_its_name_whatever_other_endpoints_come()
    {
        Dictionary<string, string?> more = new(Settings) { ["ConnectionStrings:embeddings"] = "Endpoint=https://vectors.example/v1;Key=k;Model=m" };

        Assert.Equal(Of(Settings, "/g").Connections["own"], Of(more, "/g").Connections["own"]);
        Assert.Equal(3, Of(more, "/g").Gates.Select(gate => gate.Path).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Each_endpoint_has_a_gate_of_its_own_whoever_is_served_there()
    {
        ModelRoutes routes = Of(Settings, "/g");

        Assert.Equal([new GateTarget($"/g/{OpenAi}", "api.openai.com", 443), new GateTarget($"/g/{Own}", "10.0.0.7", 8_000)], routes.Gates);
        Assert.Equal($"Key=k;Model=m;Socket=/g/{OpenAi}", routes.Connections["chat"]);
        Assert.Equal($"Endpoint=http://10.0.0.7:8000/v1;Key=none;Model=m;Socket=/g/{Own}", routes.Connections["own"]);
        Assert.Equal($"Endpoint=https://api.openai.com/v2;Key=l;Model=n;Socket=/g/{OpenAi}", routes.Connections["other"]);
        Assert.Equal(3, routes.Connections.Count);
    }

    [Fact]
    public void Without_gates_agents_are_told_what_was_said()
    {
        ModelRoutes routes = Of(Settings, gateFolder: null);

        Assert.Empty(routes.Gates);
        Assert.Equal(Settings["ConnectionStrings:own"], routes.Connections["own"]);
    }

    [Fact]
    public void Without_a_model_there_is_nothing_to_reach()
    {
        ModelRoutes routes = Of(new Dictionary<string, string?> { ["ConnectionStrings:redis"] = "localhost" }, "/g");

        Assert.Empty(routes.Connections);
        Assert.Empty(routes.Gates);
    }

    [Fact]
    public void One_that_leads_nobody_knows_where_is_refused_before_any_sandbox_is_started() =>
        Assert.Throws<ModelConnectionException>(() => Of(new Dictionary<string, string?> { ["ConnectionStrings:chat"] = "Model=m;Provider=azure;Key=k" }, "/g"));

    private static ModelRoutes Of(Dictionary<string, string?> settings, string? gateFolder) => ModelRoutes.Of(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), gateFolder);
}
