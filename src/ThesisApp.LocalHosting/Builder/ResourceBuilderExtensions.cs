using Aspire.Hosting.ApplicationModel;
using ThesisApp.LocalHosting;

namespace Aspire.Hosting;

/// <summary>Says more of resources.</summary>
public static class ResourceBuilderExtensions
{
    /// <summary>Adds an annotation.</summary>
    public static IResourceBuilder<T> WithAnnotation<T>(this IResourceBuilder<T> builder, IResourceAnnotation annotation)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.Annotations.Add(annotation);
        return builder;
    }

    /// <summary>Sets an environment variable.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment =>
        builder.WithEnvironment(context => context.EnvironmentVariables[name] = value ?? string.Empty);

    /// <summary>Sets environment variables when the resource starts.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, Action<EnvironmentCallbackContext> callback)
        where T : IResourceWithEnvironment =>
        builder.WithAnnotation(new EnvironmentCallbackAnnotation(context =>
        {
            callback(context);
            return Task.CompletedTask;
        }));

    /// <summary>Adds command-line arguments.</summary>
    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args)
        where T : IResourceWithArgs =>
        builder.WithAnnotation(new ArgumentsAnnotation(args));

    /// <summary>Tells the resource another's connection string, as <c>ConnectionStrings__NAME</c> and, for Redis, <c>NAME_HOST</c>, <c>NAME_PORT</c>, <c>NAME_PASSWORD</c> and <c>NAME_URI</c>.</summary>
    /// <exception cref="HostingException">At start: there is no connection string, and it is not optional.</exception>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null, bool optional = false)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        return builder.WithAnnotation(new EnvironmentCallbackAnnotation(context => ConnectionStringEnvironment.SetAsync(context, source.Resource, connectionName, optional)));
    }

    /// <summary>Tells the resource where another listens, in the form of service discovery: <c>services__NAME__http__0</c> and <c>NAME_HTTP</c>.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        return builder.WithEnvironment(context =>
        {
            foreach (EndpointAnnotation endpoint in source.Resource.Annotations.OfType<EndpointAnnotation>())
            {
                string url = new EndpointReference(source.Resource, endpoint.Name).Url;
                context.EnvironmentVariables[$"services__{source.Resource.Name}__{endpoint.Name}__0"] = url;
                context.EnvironmentVariables[$"{ConnectionStringEnvironment.VariablePrefix(source.Resource.Name)}_{endpoint.Name.ToUpperInvariant()}"] = url;
            }
        });
    }

    /// <summary>Starts the resource when another is up and healthy.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport
    {
        ArgumentNullException.ThrowIfNull(dependency);
        return builder.WithAnnotation(new WaitAnnotation(dependency.Resource));
    }

    /// <summary>Adds an HTTP endpoint. There is no proxy here: the process listens on the port itself, so a resource with an endpoint has one replica.</summary>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port; null for a free one.</param>
    /// <param name="targetPort">Where the process listens behind a proxy; used if <paramref name="port"/> is null.</param>
    /// <param name="name">Its name; null for <c>http</c>.</param>
    /// <param name="env">A variable that tells the process its port, or null.</param>
    /// <param name="isProxied">Has no meaning here.</param>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null, bool isProxied = true)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        string endpoint = name ?? "http";
        return builder.Resource.Annotations.OfType<EndpointAnnotation>().Any(other => other.Name == endpoint)
            ? throw new ArgumentException($"Resource '{builder.Resource.Name}' has two endpoints named '{endpoint}'.", nameof(name))
            : builder.WithAnnotation(new EndpointAnnotation(endpoint, port ?? targetPort, env));
    }

    /// <summary>Marks the HTTP endpoints as meant for users outside the application.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (EndpointAnnotation endpoint in builder.Resource.Annotations.OfType<EndpointAnnotation>())
        {
            endpoint.IsExternal = true;
        }

        return builder;
    }

    /// <summary>Counts the resource as up when this path answers with this status.</summary>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints =>
        builder.WithAnnotation(new HealthCheckAnnotation(path ?? "/", statusCode ?? 200, endpointName ?? "http"));

    /// <summary>An endpoint of the resource.</summary>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        return new EndpointReference(builder.Resource, name);
    }
}
