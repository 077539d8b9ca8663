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

    [Fact]
    public void Each_endpoint_has_a_gate_of_its_own_whoever_is_served_there()
    {
        ModelRoutes routes = Of(Settings, "/g");

        Assert.Equal([new GateTarget("/g/m0", "api.openai.com", 443), new GateTarget("/g/m1", "10.0.0.7", 8_000)], routes.Gates);
        Assert.Equal("Key=k;Model=m;Socket=/g/m0", routes.Connections["chat"]);
        Assert.Equal("Endpoint=http://10.0.0.7:8000/v1;Key=none;Model=m;Socket=/g/m1", routes.Connections["own"]);
        Assert.Equal("Endpoint=https://api.openai.com/v2;Key=l;Model=n;Socket=/g/m0", routes.Connections["other"]);
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
