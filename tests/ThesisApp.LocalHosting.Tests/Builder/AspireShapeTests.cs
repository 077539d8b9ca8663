using System.Reflection;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace ThesisApp.LocalHosting.Tests.Builder;

/// <summary>What an AppHost.cs calls has Aspire's shape: names, parameters in order, with their names, types and defaults.</summary>
public sealed class AspireShapeTests
{
    [Theory]
    [InlineData("AddRedis", "IDistributedApplicationBuilder builder, String name, Int32 port = null, ParameterResource password = null")]
    [InlineData("WithDataVolume", "RedisResource builder, String name = null, Boolean isReadOnly = False")]
    [InlineData("WithPersistence", "RedisResource builder, TimeSpan interval = null, Int64 keysChangedThreshold = 1")]
    [InlineData("AddConnectionString", "IDistributedApplicationBuilder builder, String name, String environmentVariableName = null")]
    [InlineData("AddProject", "IDistributedApplicationBuilder builder, String name")]
    [InlineData("AddProject", "IDistributedApplicationBuilder builder, String name, String launchProfileName")]
    [InlineData("WithReplicas", "ProjectResource builder, Int32 replicas")]
    [InlineData("WithReference", "TDestination builder, IResourceWithConnectionString source, String connectionName = null, Boolean optional = False")]
    [InlineData("WithReference", "TDestination builder, IResourceWithServiceDiscovery source")]
    [InlineData("WaitFor", "T builder, IResource dependency")]
    [InlineData("WithHttpEndpoint", "T builder, Int32 port = null, Int32 targetPort = null, String name = null, String env = null, Boolean isProxied = True")]
    [InlineData("WithExternalHttpEndpoints", "T builder")]
    [InlineData("WithHttpHealthCheck", "T builder, String path = null, Int32 statusCode = null, String endpointName = null")]
    [InlineData("WithEnvironment", "T builder, String name, String value")]
    [InlineData("WithArgs", "T builder, String[] args")]
    [InlineData("GetEndpoint", "T builder, String name")]
    [InlineData("AddParameter", "IDistributedApplicationBuilder builder, String name, Boolean secret = False")]
    [InlineData("AddExecutable", "IDistributedApplicationBuilder builder, String name, String command, String workingDirectory, String[] args")]
    public void An_extension_has_the_shape_of_Aspire_s(string method, string parameters)
    {
        IEnumerable<string> shapes = typeof(DistributedApplication).Assembly.GetExportedTypes()
            .Where(type => type is { Namespace: "Aspire.Hosting", IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(candidate => candidate.Name == method)
            .Select(candidate => string.Join(", ", candidate.GetParameters().Select(Describe)));

        Assert.Contains(parameters, shapes);
    }

    [Theory]
    [InlineData(typeof(DistributedApplication), "CreateBuilder", "String[] args", typeof(IDistributedApplicationBuilder))]
    [InlineData(typeof(DistributedApplication), "Run", "", typeof(void))]
    [InlineData(typeof(DistributedApplication), "RunAsync", "CancellationToken cancellationToken = null", typeof(Task))]
    [InlineData(typeof(IDistributedApplicationBuilder), "Build", "", typeof(DistributedApplication))]
    public void The_application_has_the_shape_of_Aspire_s(Type type, string method, string parameters, Type result)
    {
        MethodInfo found = type.GetMethod(method)!;

        Assert.Equal((parameters, result), (string.Join(", ", found.GetParameters().Select(Describe)), found.ReturnType));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("Orchestrator-2b")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd")]
    public void A_name_that_Aspire_takes_is_taken(string name) => Assert.Equal(name, new ProjectResource(name).Name);

    [Theory]
    [InlineData("")]
    [InlineData("2a")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("a_b")]
    [InlineData("\u00e4")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcde")]
    public void A_name_that_Aspire_refuses_is_refused(string name) => Assert.Throws<ArgumentException>(() => new ProjectResource(name));

    [Fact]
    public void Two_resources_of_one_name_are_refused()
    {
        IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder([]);
        builder.AddRedis("redis");

        Assert.Throws<ArgumentException>(() => builder.AddConnectionString("Redis"));
    }

    [Fact]
    public void Two_endpoints_of_one_name_are_refused()
    {
        IResourceBuilder<ExecutableResource> tool = DistributedApplication.CreateBuilder([]).AddExecutable("tool", "true", ".").WithHttpEndpoint();

        Assert.Throws<ArgumentException>(() => tool.WithHttpEndpoint());
    }

    [Fact]
    public void The_command_line_configures_the_AppHost() =>
        Assert.Equal("7", DistributedApplication.CreateBuilder(["--Agents:Replicas", "7"]).Configuration["Agents:Replicas"]);

    [Fact]
    public void The_local_engine_is_in_run_mode()
    {
        DistributedApplicationExecutionContext context = DistributedApplication.CreateBuilder([]).ExecutionContext;

        Assert.Equal((true, false), (context.IsRunMode, context.IsPublishMode));
    }

    // IResourceBuilder<X> reads as X, and X? as X.
    private static string Describe(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IResourceBuilder<>) || type.GetGenericTypeDefinition() == typeof(Nullable<>)))
        {
            type = type.GetGenericArguments()[0];
        }

        return $"{type.Name} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}";
    }
}
