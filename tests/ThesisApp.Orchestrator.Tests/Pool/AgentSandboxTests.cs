using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.RunUsers;
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

    [Theory]
    [InlineData(SandboxKinds.Docker)]
    [InlineData(SandboxKinds.Bubblewrap)]
    public void An_agent_with_a_model_reaches_it_through_a_gate_of_its_own_and_has_no_network(string kind)
    {
        SandboxSpec spec = Describe(kind, ("ConnectionStrings:chat", "Endpoint=https://models.example/v1;Key=k;Model=any"));

        string socket = Regex.Match(spec.Environment["ConnectionStrings__chat"], "^Endpoint=https://models.example/v1;Key=k;Model=any;Socket=(.*)$").Groups[1].Value;
        Assert.False(spec.HasNetwork);
        Assert.Contains(Path.GetDirectoryName(socket)!, spec.ReadOnlyPaths);
        Assert.NotEqual($"!{socket}", spec.Environment["ConnectionStrings__redis"].Split(',')[0]);
    }

    [Fact]
    public void An_agent_that_is_left_the_network_goes_to_its_model_by_itself()
    {
        SandboxSpec spec = Describe(SandboxKinds.Process, ("ConnectionStrings:chat", "Endpoint=https://models.example/v1;Key=k;Model=any"));

        Assert.Equal((true, "Endpoint=https://models.example/v1;Key=k;Model=any"), (spec.HasNetwork, spec.Environment["ConnectionStrings__chat"]));
    }

    [Fact]
    public void An_agent_is_handed_the_connection_string_of_embeddings_with_a_gate_of_its_own()
    {
        SandboxSpec spec = Describe(SandboxKinds.Docker, ("ConnectionStrings:embeddings", "Endpoint=http://models;Key=x;Model=any"));

        Assert.False(spec.HasNetwork);
        Assert.StartsWith("Endpoint=http://models;Key=x;Model=any;Socket=", spec.Environment["ConnectionStrings__embeddings"], StringComparison.Ordinal);
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

    [Fact]
    public void A_container_with_the_agent_in_its_image_is_lent_nothing_but_the_gate()
    {
        AgentProgram program = AgentProgram.Find(new SandboxOptions { Kind = SandboxKinds.Docker, AgentInImage = true });

        Assert.Equal(["/app/ThesisApp.Agent"], program.Command);
        Assert.Empty(program.Paths);
    }

    [Fact]
    public void An_authority_that_is_named_is_lent_to_agents_too()
    {
        SandboxSpec spec = Describe(SandboxKinds.Docker, ("ConnectionStrings:redis", "redis:6379,ssl=true"), ("Redis:CaFile", "/srv/ca.crt"));

        Assert.Equal("/srv/ca.crt", spec.Environment["Redis__CaFile"]);
        Assert.Contains("/srv/ca.crt", spec.ReadOnlyPaths);
        Assert.EndsWith(",ssl=true,sslHost=redis", spec.Environment["ConnectionStrings__redis"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_pod_is_handed_the_authority_itself_since_it_can_be_lent_no_file()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 authority = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, authority.Export(X509ContentType.Cert));

            SandboxSpec spec = Describe(SandboxKinds.Kubernetes, ("ConnectionStrings:redis", "redis:6379,ssl=true"), ("Redis:CaFile", file));

            Assert.Equal(authority.ExportCertificatePem(), spec.Environment["Redis__Ca"]);
            Assert.False(spec.Environment.ContainsKey("Redis__CaFile"));
            Assert.Empty(spec.ReadOnlyPaths);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(SandboxKinds.Docker, "/output/introduction.md", true)]
    [InlineData(SandboxKinds.Bubblewrap, "/output/introduction.md", true)]
    [InlineData(SandboxKinds.Process, null, true)]
    [InlineData(SandboxKinds.Kubernetes, "/tmp/introduction.md", false)]
    public void The_sandbox_of_a_chapter_is_told_its_chapter_and_lent_the_file_for_its_text(string kind, string? inside, bool isLent)
    {
        string folder = Directory.CreateTempSubdirectory("thesis-output-").FullName;
        try
        {
            SandboxSpec spec = Create(kind, folder, users: null, ("ConnectionStrings:redis", "redis:6379")).Describe("chapter-1", new SandboxScope("run-1", "introduction"));

            string file = Path.Combine(folder, "run-1", "introduction.md");
            Assert.Equal(("chapter-1", "run-1", "introduction", inside ?? file), (spec.Environment["AGENT_ID"], spec.Environment["AGENT_RUN"], spec.Environment["AGENT_CHAPTER"], spec.Environment["AGENT_OUTPUT"]));
            Assert.Equal(isLent ? [new WritableFile(file, "/output/introduction.md")] : [], spec.WritableFiles);
            Assert.Equal(isLent, File.Exists(file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Sandboxes_of_a_chapter_are_known_by_their_names_and_no_name_is_used_twice()
    {
        SandboxScope scope = new("run-1", "a-chapter-with-a-name-that-is-longer-than-a-name-may-be");
        string id = BoundSandboxes.NewId(scope, isApart: true);

        Assert.True(BoundSandboxes.IsOfChapter(id) && BoundSandboxes.IsOf(id, scope));
        Assert.False(BoundSandboxes.IsOf(id, scope with { RunId = "run-2" }) || BoundSandboxes.IsOf(id, scope with { Chapter = scope.Chapter + "s" }));
        Assert.NotEqual(id, BoundSandboxes.NewId(scope, isApart: true));
        Assert.InRange(id.Length, 2, 60);
        Assert.False(BoundSandboxes.IsOfChapter("agent-12345678"));
    }

    [Fact]
    public void Sandboxes_of_a_run_are_known_by_their_names_and_so_are_those_of_its_chapters()
    {
        SandboxScope scope = new("run-1");
        string id = BoundSandboxes.NewId(scope, isApart: true);
        string ofChapter = BoundSandboxes.NewId(scope with { Chapter = "introduction" }, isApart: true);

        Assert.True(BoundSandboxes.IsOfRun(id) && BoundSandboxes.IsOf(id, scope));
        Assert.False(BoundSandboxes.IsOfRun(ofChapter) || BoundSandboxes.IsOf(ofChapter, scope) || BoundSandboxes.IsOf(id, new SandboxScope("run-2")));
        Assert.True(BoundSandboxes.IsWithin(id, "run-1") && BoundSandboxes.IsWithin(ofChapter, "run-1"));
        Assert.False(BoundSandboxes.IsWithin(id, "run-2") || BoundSandboxes.IsWithin(ofChapter, "run-2") || BoundSandboxes.IsWithin("agent-12345678", "run-1"));
    }

    [Fact]
    public void Sandboxes_whose_agents_are_the_users_of_their_runs_are_known_by_their_names()
    {
        SandboxScope chapter = new("run-1", "introduction-r");

        Assert.All([BoundSandboxes.NewId(chapter, isApart: true), BoundSandboxes.NewId(new SandboxScope("run-1"), isApart: true)], id => Assert.True(BoundSandboxes.IsApart(id), id));
        Assert.All([BoundSandboxes.NewId(chapter, isApart: false), "agent-12345678", "rabbit-r1"], id => Assert.False(BoundSandboxes.IsApart(id), id));
    }

    [Theory]
    [InlineData(SandboxKinds.Process, null)]
    [InlineData(SandboxKinds.Docker, null)]
    [InlineData(SandboxKinds.Kubernetes, "introduction")]
    public void Where_runs_are_kept_apart_an_agent_is_the_user_of_its_run(string kind, string? chapter)
    {
        RedisRunUsers users = new(null!, new RunUserNames(new string('s', 64)), NullLogger<RedisRunUsers>.Instance);
        AgentSandbox sandbox = Create(kind, "/srv/output", users, ("ConnectionStrings:redis", "redis:6379,ssl=true,user=orchestrator,password=o"), ("ConnectionStrings:redisAgents", "redis:6379,password=a,ssl=true,user=agent"));

        SandboxSpec spec = sandbox.Describe("run-1", new SandboxScope("20261126-0412-x", chapter));

        RunUser user = users.Of("20261126-0412-x");
        string connection = spec.Environment["ConnectionStrings__redis"];
        Assert.EndsWith($",user={user.Name},password={user.Password}", connection, StringComparison.Ordinal);
        Assert.Equal((1, 1), (Regex.Count(connection, "user="), Regex.Count(connection, "password=")));
        Assert.Contains("ssl=true", connection, StringComparison.Ordinal);
        Assert.Equal(("20261126-0412-x", "20261126-0412-x", chapter), (spec.Environment["AGENT_RUN"], spec.Environment["Coordination__OnlyRun"], spec.Environment.GetValueOrDefault("AGENT_CHAPTER")));
        Assert.DoesNotContain(spec.Environment.Values, value => value.Contains("user=agent", StringComparison.Ordinal) || value.Contains("user=orchestrator", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pool_that_keeps_runs_apart_is_another_than_one_that_does_not()
    {
        RedisRunUsers users = new(null!, new RunUserNames(new string('s', 64)), NullLogger<RedisRunUsers>.Instance);

        Assert.NotEqual(Create(SandboxKinds.Docker, "/srv/output", users).Pool, Create(SandboxKinds.Docker).Pool);
    }

    private static SandboxSpec Describe(string kind, params (string Name, string Value)[] settings) => Create(kind, settings).Describe("agent-1");

    private static AgentSandbox Create(string kind, params (string Name, string Value)[] settings) => Create(kind, "/srv/output", users: null, settings);

    private static AgentSandbox Create(string kind, string output, IRunUsers? users, params (string Name, string Value)[] settings)
    {
        Dictionary<string, string?> all = new() { ["ConnectionStrings:redis"] = "localhost:6379" };
        foreach ((string name, string value) in settings)
        {
            all[name] = value;
        }

        return new AgentSandbox(
            Options.Create(new SandboxOptions { Kind = kind, Directory = "/srv/boxes", Output = output, Command = { "/bin/agent" } }),
            Options.Create(new PoolOptions()),
            new ConfigurationBuilder().AddInMemoryCollection(all).Build(),
            users);
    }
}
