using System.Globalization;
using System.Security.Cryptography;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using ThesisApp.LocalHosting.Processes;

namespace ThesisApp.LocalHosting.Engine;

/// <summary>Works out how a resource's process is started, with the environment that Aspire would give it.</summary>
internal static class ProcessDescriber
{
    /// <summary>The process of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="instance">Name of the replica.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<ProcessSpec> DescribeAsync(IResource resource, string instance, CancellationToken cancellationToken)
    {
        Dictionary<string, string?> environment = new(StringComparer.Ordinal)
        {
            ["OTEL_SERVICE_NAME"] = resource.Name,
            ["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instance}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}",
            ["ASPNETCORE_URLS"] = null,
        };
        EndpointAnnotation[] endpoints = [.. resource.Annotations.OfType<EndpointAnnotation>()];
        if (endpoints.Length > 0)
        {
            environment["ASPNETCORE_URLS"] = string.Join(';', endpoints.Select(endpoint => endpoint.Url));
        }

        foreach (EndpointAnnotation endpoint in endpoints.Where(endpoint => endpoint.EnvironmentVariable is not null))
        {
            environment[endpoint.EnvironmentVariable!] = endpoint.AllocatedPort?.ToString(CultureInfo.InvariantCulture);
        }

        EnvironmentCallbackContext context = new(new Dictionary<string, object>(StringComparer.Ordinal), cancellationToken);
        foreach (EnvironmentCallbackAnnotation callback in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await callback.Callback(context);
        }

        foreach ((string name, object value) in context.EnvironmentVariables)
        {
            environment[name] = value is EndpointReference endpoint ? endpoint.Url : Convert.ToString(value, CultureInfo.InvariantCulture);
        }

        string[] arguments = [.. resource.Annotations.OfType<ArgumentsAnnotation>().SelectMany(annotation => annotation.Arguments)];
        return resource is ExecutableResource executable
            ? new ProcessSpec(executable.Command, arguments, Path.GetFullPath(executable.WorkingDirectory), environment)
            : Project(resource, arguments, environment);
    }

    /// <summary>Checks that a project has been built.</summary>
    /// <exception cref="HostingException">It has not.</exception>
    public static string FindAssembly(IResource resource)
    {
        IProjectMetadata project = resource.Annotations.OfType<ProjectAnnotation>().Single().Project;
        string name = Path.GetFileName(project.AssemblyPath);

        // A packed application carries each project in a folder beside the AppHost's.
        string packed = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", Path.GetFileNameWithoutExtension(name), name));
        return new[] { packed, project.AssemblyPath }.FirstOrDefault(File.Exists) ?? throw new HostingException(
            $"The build of '{resource.Name}' is missing: there is no '{project.AssemblyPath}'. Run 'dotnet build {project.ProjectPath}'.", HostingException.NotStarted);
    }

    private static ProcessSpec Project(IResource resource, IReadOnlyList<string> arguments, Dictionary<string, string?> environment)
    {
        string assembly = FindAssembly(resource);

        // The same runtime host that runs the AppHost, wherever it is installed.
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : Path.Combine(RuntimeRoot(), OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return new ProcessSpec(File.Exists(dotnet) ? dotnet : "dotnet", [assembly, .. arguments], Path.GetDirectoryName(assembly)!, environment);
    }

    // .../shared/Microsoft.NETCore.App/10.0.0/ -> ...
    private static string RuntimeRoot() => Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
