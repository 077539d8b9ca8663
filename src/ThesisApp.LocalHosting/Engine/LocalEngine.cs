using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using ThesisApp.LocalHosting.Output;
using ThesisApp.LocalHosting.Processes;
using ThesisApp.LocalHosting.State;

namespace ThesisApp.LocalHosting.Engine;

/// <summary>Runs an application's resources: starts them in the order of their needs, keeps them up, and stops them in reverse.</summary>
internal sealed class LocalEngine(IReadOnlyList<IResource> resources, HostingOptions options)
{
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly StatusBoard _status = new(options.StateFile);
    private readonly List<(IResource Resource, IResourceRunner Runner)> _runners = [];

    /// <summary>Runs until the token fires.</summary>
    /// <exception cref="HostingException">Something cannot be started. Whatever was is stopped again.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        long start = _time.GetTimestamp();
        IReadOnlyList<IResource> ordered = StartOrder.Of(resources);
        foreach (ProjectResource project in resources.OfType<ProjectResource>())
        {
            ProcessDescriber.FindAssembly(project);
        }

        using DataFolder? data = resources.Any(resource => resource.Annotations.OfType<DataVolumeAnnotation>().Any()) ? DataFolder.Take(options.DataDirectory) : null;
        using HostOutput output = new(options.Quiet, options.LogDirectory);
        AllocatePorts();
        using ProcessGuard guard = ProcessGuard.Start();
        foreach (IResource resource in resources)
        {
            AddRunners(resource, data, guard, output);
        }

        try
        {
            await StartAsync(ordered, stopping);
            _status.SetReady();
            output.Table(_status.Current);
            output.Say($"Ready after {_time.GetElapsedTime(start).TotalSeconds:F1} s. Press Ctrl+C to stop.");
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            output.Say("Stopping.");
        }
        finally
        {
            await StopAsync(ordered);
            _status.Clear();
        }
    }

    private void AllocatePorts()
    {
        foreach (IResource resource in resources)
        {
            foreach (EndpointAnnotation endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            {
                endpoint.AllocatedPort = Ports.Take(resource, endpoint.Port);
            }
        }
    }

    private void AddRunners(IResource resource, DataFolder? data, ProcessGuard guard, HostOutput output)
    {
        switch (resource)
        {
            case ParameterResource:
                // A value, nothing that runs.
                break;
            case RedisResource redis:
                Add(redis, redis.Name, "redis", new RedisRunner(redis, data, _status));
                break;
            case ConnectionStringResource connection:
                bool isAwaited = resources.Any(other => other.Annotations.OfType<WaitAnnotation>().Any(wait => wait.Resource == resource));
                Add(connection, connection.Name, "connection string", new ConnectionStringRunner(connection, isAwaited, _status, _time));
                break;
            default:
                int replicas = resource.Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Replicas ?? 1;
                for (int i = 1; i <= replicas; i++)
                {
                    string name = replicas == 1 ? resource.Name : string.Create(CultureInfo.InvariantCulture, $"{resource.Name}-{i}");
                    string type = resource is ProjectResource ? "project" : "executable";
                    Add(resource, name, type, new ProcessRunner(
                        name, token => ProcessDescriber.DescribeAsync(resource, name, token), Health(resource), guard, output, _status, _time));
                }

                break;
        }
    }

    private void Add(IResource resource, string name, string type, IResourceRunner runner)
    {
        _status.Add(name, type, [.. resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => endpoint.Url!)]);
        _runners.Add((resource, runner));
    }

    private HealthProbe? Health(IResource resource) =>
        resource.Annotations.OfType<HealthCheckAnnotation>().LastOrDefault() is { } check && resource is IResourceWithEndpoints listening
            ? new HealthProbe(new Uri(new EndpointReference(listening, check.EndpointName).Url + check.Path), check.StatusCode, _time)
            : null;

    // Every resource starts as soon as what it waits for is up; the first that fails ends the rest of the start.
    private async Task StartAsync(IReadOnlyList<IResource> ordered, CancellationToken stopping)
    {
        using CancellationTokenSource failed = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Dictionary<IResource, Task> starts = [];
        foreach (IResource resource in ordered)
        {
            Task[] needs = [.. Needs(resource).Select(need => starts[need])];
            starts.Add(resource, StartOneAsync(resource, needs, failed));
        }

        try
        {
            await Task.WhenAll(starts.Values);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // One failed and the others were called off: the cause is what matters.
            await starts.Values.First(start => start.IsFaulted);
        }
    }

    private async Task StartOneAsync(IResource resource, Task[] needs, CancellationTokenSource failed)
    {
        try
        {
            await Task.WhenAll(needs).WaitAsync(failed.Token);
        }
        catch (Exception) when (failed.IsCancellationRequested)
        {
            throw new OperationCanceledException(failed.Token);
        }

        try
        {
            await Task.WhenAll(_runners.Where(entry => entry.Resource == resource).Select(entry => entry.Runner.StartAsync(failed.Token)));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await failed.CancelAsync();
            throw;
        }
    }

    private async Task StopAsync(IReadOnlyList<IResource> ordered)
    {
        foreach (IGrouping<int, IResource> level in ordered.GroupBy(Depth).OrderByDescending(level => level.Key))
        {
            await Task.WhenAll(_runners.Where(entry => level.Contains(entry.Resource)).Select(entry => entry.Runner.DisposeAsync().AsTask()));
        }
    }

    private static int Depth(IResource resource) => Needs(resource).Select(need => Depth(need) + 1).DefaultIfEmpty(0).Max();

    private static IEnumerable<IResource> Needs(IResource resource) => resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource).Distinct();
}
