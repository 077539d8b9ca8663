using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ThesisApp.Orchestrator.Pool;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Tests.Pool;

public sealed class AgentSandboxTests
{
    [Fact]
    public void An_agent_without_a_model_reaches_Redis_through_the_gate_and_has_no_network()
    {
        SandboxSpec spec = Describe(SandboxKinds.Docker);

        Assert.False(spec.HasNetwork);
        Assert.StartsWith("!", spec.Environment["ConnectionStrings__redis"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_agent_with_a_model_has_the_network_and_still_the_gate_for_Redis()
    {
        SandboxSpec spec = Describe(SandboxKinds.Docker, ("ConnectionStrings:chat", "Endpoint=http://models;Model=any"));

        Assert.True(spec.HasNetwork);
        Assert.StartsWith("!", spec.Environment["ConnectionStrings__redis"], StringComparison.Ordinal);
        Assert.Contains(spec.ReadOnlyPaths, path => path.EndsWith("/gate", StringComparison.Ordinal) || path.Contains("thesis-gate", StringComparison.Ordinal));
    }

    [Fact]
    public void An_agent_is_handed_the_connection_string_of_embeddings_and_has_the_network_for_it()
    {
        SandboxSpec spec = Describe(SandboxKinds.Docker, ("ConnectionStrings:embeddings", "Endpoint=http://models;Model=any"));

        Assert.True(spec.HasNetwork);
        Assert.Equal("Endpoint=http://models;Model=any", spec.Environment["ConnectionStrings__embeddings"]);
    }

    [Fact]
    public void Agents_of_several_nodes_have_the_network_and_no_gate()
    {
        SandboxSpec spec = Describe(SandboxKinds.Bubblewrap, ("ConnectionStrings:redis", "one:7000,two:7000"));

        Assert.True(spec.HasNetwork);
        Assert.Equal("one:7000,two:7000", spec.Environment["ConnectionStrings__redis"]);
    }

    [Fact]
    public void An_agent_in_a_pod_reaches_Redis_by_its_address_and_is_lent_nothing()
    {
        SandboxSpec spec = Describe(SandboxKinds.Kubernetes, ("ConnectionStrings:redis", "redis:6379,user=orchestrator"), ("ConnectionStrings:redisAgents", "redis:6379,user=agent"));

        Assert.Equal("redis:6379,user=agent", spec.Environment["ConnectionStrings__redis"]);
        Assert.Empty(spec.ReadOnlyPaths);
        Assert.False(spec.HasNetwork);
    }

    [Theory]
    [InlineData("localhost:6379")]
    [InlineData("127.0.0.1:6379,user=agent")]
    public void An_address_that_in_a_pod_is_the_pod_itself_is_refused(string connectionString)
    {
        SandboxException exception = Assert.Throws<SandboxException>(() => Describe(SandboxKinds.Kubernetes, ("ConnectionStrings:redis", connectionString)));

        Assert.Contains("ConnectionStrings:redisAgents", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_systems_in_one_folder_with_another_Redis_have_places_of_their_own()
    {
        Assert.Equal(Create(SandboxKinds.Docker).Place, Create(SandboxKinds.Docker).Place);
        Assert.NotEqual(Create(SandboxKinds.Docker).Place, Create(SandboxKinds.Docker, ("ConnectionStrings:redis", "localhost:6380")).Place);
    }

    private static SandboxSpec Describe(string kind, params (string Name, string Value)[] settings) => Create(kind, settings).Describe("agent-1");

    private static AgentSandbox Create(string kind, params (string Name, string Value)[] settings)
    {
        Dictionary<string, string?> all = new() { ["ConnectionStrings:redis"] = "localhost:6379" };
        foreach ((string name, string value) in settings)
        {
            all[name] = value;
        }

        return new AgentSandbox(
            Options.Create(new SandboxOptions { Kind = kind, Directory = "/srv/boxes", Command = { "/bin/agent" } }),
            Options.Create(new PoolOptions()),
            new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }
}
