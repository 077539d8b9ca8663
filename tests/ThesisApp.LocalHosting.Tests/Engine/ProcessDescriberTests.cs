using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using ThesisApp.LocalHosting.Engine;
using ThesisApp.LocalHosting.Processes;
using ThesisApp.LocalHosting.Tests.Support;

namespace ThesisApp.LocalHosting.Tests.Engine;

/// <summary>The environment that Aspire would give.</summary>
public sealed class ProcessDescriberTests
{
    private readonly IDistributedApplicationBuilder _builder = DistributedApplication.CreateBuilder([]);

    [Fact]
    public async Task A_reference_to_Redis_sets_its_connection_string()
    {
        ProcessSpec spec = await DescribeAsync(_builder.AddProject<SomeProject>("agent").WithReference(Redis()));

        Assert.Equal("localhost:40000,password=secret,protocol=resp2", spec.Environment["ConnectionStrings__redis"]);
    }

    [Theory]
    [InlineData("REDIS_HOST", "localhost")]
    [InlineData("REDIS_PORT", "40000")]
    [InlineData("REDIS_PASSWORD", "secret")]
    [InlineData("REDIS_URI", "redis://:secret@localhost:40000")]
    public async Task A_reference_to_Redis_sets_its_parts(string variable, string value)
    {
        ProcessSpec spec = await DescribeAsync(_builder.AddProject<SomeProject>("agent").WithReference(Redis()));

        Assert.Equal(value, spec.Environment[variable]);
    }

    [Fact]
    public async Task A_reference_under_another_name_sets_the_connection_string_of_that_name()
    {
        ProcessSpec spec = await DescribeAsync(_builder.AddProject<SomeProject>("agent").WithReference(Redis(), "cache"));

        Assert.Equal("localhost:40000,password=secret,protocol=resp2", spec.Environment["ConnectionStrings__cache"]);
    }

    [Fact]
    public async Task A_connection_string_is_passed_on()
    {
        _builder.Configuration["ConnectionStrings:chat"] = "Endpoint=http://localhost:1";

        ProcessSpec spec = await DescribeAsync(_builder.AddProject<SomeProject>("agent").WithReference(_builder.AddConnectionString("chat")));

        Assert.Equal("Endpoint=http://localhost:1", spec.Environment["ConnectionStrings__chat"]);
    }

    [Fact]
    public async Task A_connection_string_can_have_a_variable_of_its_own()
    {
        _builder.Configuration["ConnectionStrings:chat"] = "x";

        ProcessSpec spec = await DescribeAsync(_builder.AddProject<SomeProject>("agent").WithReference(_builder.AddConnectionString("chat", "CHAT")));

        Assert.Equal("x", spec.Environment["CHAT"]);
    }

    [Fact]
    public async Task A_missing_connection_string_is_refused()
    {
        IResourceBuilder<ProjectResource> agent = _builder.AddProject<SomeProject>("agent").WithReference(_builder.AddConnectionString("chat"));

        HostingException refusal = await Assert.ThrowsAsync<HostingException>(() => DescribeAsync(agent));
        Assert.Contains("ConnectionStrings__chat", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_connection_string_that_is_optional_is_left_out()
    {
        ProcessSpec spec = await DescribeAsync(_builder.AddProject<SomeProject>("agent").WithReference(_builder.AddConnectionString("chat"), optional: true));

        Assert.DoesNotContain("ConnectionStrings__chat", spec.Environment.Keys);
    }

    [Theory]
    [InlineData("services__orchestrator__http__0")]
    [InlineData("ORCHESTRATOR_HTTP")]
    public async Task A_reference_to_a_project_sets_where_it_listens(string variable)
    {
        IResourceBuilder<ProjectResource> orchestrator = Listening("orchestrator", 40001);

        ProcessSpec spec = await DescribeAsync(_builder.AddProject<SomeProject>("web").WithReference(orchestrator));

        Assert.Equal("http://localhost:40001", spec.Environment[variable]);
    }

    [Fact]
    public async Task A_project_is_told_where_to_listen()
    {
        ProcessSpec spec = await DescribeAsync(Listening("orchestrator", 40001));

        Assert.Equal("http://localhost:40001", spec.Environment["ASPNETCORE_URLS"]);
    }

    [Fact]
    public async Task A_project_without_endpoints_does_not_inherit_the_host_s()
    {
        ProcessSpec spec = await DescribeAsync(_builder.AddProject<SomeProject>("agent"));

        Assert.Null(Assert.Contains("ASPNETCORE_URLS", spec.Environment));
    }

    [Fact]
    public async Task The_variable_that_an_endpoint_names_holds_its_port()
    {
        IResourceBuilder<ProjectResource> web = _builder.AddProject<SomeProject>("web").WithHttpEndpoint(env: "WEB_PORT");
        web.Resource.Annotations.OfType<EndpointAnnotation>().Single().AllocatedPort = 40002;

        Assert.Equal("40002", (await DescribeAsync(web)).Environment["WEB_PORT"]);
    }

    [Fact]
    public async Task Telemetry_carries_the_resource_s_name()
    {
        ProcessSpec spec = await DescribeAsync(_builder.AddProject<SomeProject>("agent"), "agent-2");

        Assert.Equal("agent", spec.Environment["OTEL_SERVICE_NAME"]);
    }

    [Fact]
    public async Task Telemetry_tells_replicas_apart()
    {
        ProcessSpec spec = await DescribeAsync(_builder.AddProject<SomeProject>("agent"), "agent-2");

        Assert.Matches("^service.instance.id=agent-2-[0-9a-f]{8}$", spec.Environment["OTEL_RESOURCE_ATTRIBUTES"]);
    }

    [Fact]
    public async Task The_last_word_on_a_variable_counts()
    {
        IResourceBuilder<ProjectResource> agent = _builder.AddProject<SomeProject>("agent").WithEnvironment("A", "1").WithEnvironment("A", "2");

        Assert.Equal("2", (await DescribeAsync(agent)).Environment["A"]);
    }

    [Fact]
    public async Task An_endpoint_as_a_variable_s_value_becomes_its_URL()
    {
        EndpointReference endpoint = Listening("orchestrator", 40001).GetEndpoint("http");

        ProcessSpec spec = await DescribeAsync(_builder.AddProject<SomeProject>("web").WithEnvironment(context => context.EnvironmentVariables["API"] = endpoint));

        Assert.Equal("http://localhost:40001", spec.Environment["API"]);
    }

    [Fact]
    public async Task A_project_is_run_from_its_assembly_with_its_arguments()
    {
        ProcessSpec spec = await DescribeAsync(_builder.AddProject<SomeProject>("agent").WithArgs("--once"));

        Assert.Equal([new SomeProject().AssemblyPath, "--once"], spec.Arguments);
    }

    [Fact]
    public async Task A_program_is_run_in_its_folder()
    {
        ProcessSpec spec = await DescribeAsync(_builder.AddExecutable("tool", "make", "/tmp", "all", "-s"));

        Assert.Equal(("make", "/tmp", "all -s"), (spec.FileName, spec.WorkingDirectory, string.Join(' ', spec.Arguments)));
    }

    [Fact]
    public void A_project_without_a_build_is_refused_with_the_command_that_builds_it()
    {
        IResourceBuilder<ProjectResource> worker = _builder.AddProject<MissingProject>("worker");

        HostingException refusal = Assert.Throws<HostingException>(() => ProcessDescriber.FindAssembly(worker.Resource));
        Assert.Contains("Run 'dotnet build /missing/Project.csproj'.", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<ProcessSpec> DescribeAsync<T>(IResourceBuilder<T> builder, string? instance = null)
        where T : IResource =>
        ProcessDescriber.DescribeAsync(builder.Resource, instance ?? builder.Resource.Name, TestContext.Current.CancellationToken);

    private IResourceBuilder<RedisResource> Redis()
    {
        IResourceBuilder<RedisResource> redis = _builder.AddRedis("redis");
        redis.Resource.ConnectionString = "localhost:40000,password=secret,protocol=resp2";
        return redis;
    }

    private IResourceBuilder<ProjectResource> Listening(string name, int port)
    {
        IResourceBuilder<ProjectResource> project = _builder.AddProject<SomeProject>(name).WithHttpEndpoint();
        project.Resource.Annotations.OfType<EndpointAnnotation>().Single().AllocatedPort = port;
        return project;
    }
}
