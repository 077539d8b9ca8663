using k8s;
using k8s.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>A cluster of the tests' own: an API server over HTTP with Jobs, pods and Secrets of one namespace, the controllers that make pods of Jobs and take away what is left, and a node whose containers are processes of this machine. It keeps to the API where a launcher would notice: versions, watches, conflicts, finalizers, grace, admission, rights. What it cannot show is what a container shuts in.</summary>
public sealed class FakeCluster : IAsyncDisposable
{
    /// <summary>The one namespace.</summary>
    public const string Namespace = "thesis";

    private const string Token = "a-token-of-the-tests";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly string _folder = Directory.CreateTempSubdirectory("thesis-cluster-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeStore _store = new();
    private readonly FakeKubelet _kubelet;
    private readonly FakeWatches _watches;
    private readonly FakeJobController _jobs;
    private readonly AccessRules _rules;
    private readonly WebApplication _server;
    private Task _controllers = Task.CompletedTask;

    private FakeCluster(IReadOnlyList<V1PolicyRule> rules)
    {
        _kubelet = new FakeKubelet(_store, Node, Path.Combine(_folder, "node"));
        _watches = new FakeWatches(_store);
        _jobs = new FakeJobController(_store);
        _rules = new AccessRules(rules);
        FakeApi api = new(_store, _kubelet, _watches, Faults, _rules, Namespace, Token);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.Run(new RequestDelegate(api.HandleAsync));
    }

    /// <summary>The configuration file that leads to it.</summary>
    public string ConfigurationFile => Path.Combine(_folder, "kubeconfig");

    /// <summary>What goes wrong.</summary>
    public FakeFaults Faults { get; } = new();

    /// <summary>Its node.</summary>
    public FakeNode Node { get; } = new();

    /// <summary>Its Jobs.</summary>
    public IReadOnlyList<V1Job> Jobs => _store.List<V1Job>().Items;

    /// <summary>Its pods.</summary>
    public IReadOnlyList<V1Pod> Pods => _store.List<V1Pod>().Items;

    /// <summary>Its Secrets.</summary>
    public IReadOnlyList<V1Secret> Secrets => _store.List<V1Secret>().Items;

    /// <summary>Pods that Pod Security did not let be made.</summary>
    public IReadOnlyCollection<string> Refusals => _jobs.Refusals.Values;

    /// <summary>Those who watch at this moment.</summary>
    public int Watchers => _watches.Count;

    /// <summary>Rights that were made use of, as <see cref="Entries"/> writes them.</summary>
    public IEnumerable<string> UsedRights => _rules.Used;

    /// <summary>Starts it. Who comes with its configuration file has the rights that deploy/kubernetes gives the orchestrator.</summary>
    public static Task<FakeCluster> StartAsync(CancellationToken cancellationToken) => StartAsync(Manifests.PoolRights, cancellationToken);

    /// <summary>Starts it.</summary>
    /// <param name="rules">What those who come with its configuration file may do.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<FakeCluster> StartAsync(IReadOnlyList<V1PolicyRule> rules, CancellationToken cancellationToken)
    {
        FakeCluster cluster = new(rules);
        await cluster._server.StartAsync(cancellationToken);
        await File.WriteAllTextAsync(
            cluster.ConfigurationFile,
            $$$"""
            apiVersion: v1
            kind: Config
            current-context: tests
            clusters: [{name: tests, cluster: {server: "{{{cluster._server.Urls.Single()}}}"}}]
            users: [{name: tests, user: {token: {{{Token}}}}}]
            contexts: [{name: tests, context: {cluster: tests, user: tests, namespace: {{{Namespace}}}}}]
            """,
            cancellationToken);
        cluster._controllers = cluster.ControlAsync();
        return cluster;
    }

    /// <summary>Rights one by one: API group, resource and verb.</summary>
    public static IEnumerable<string> Entries(IEnumerable<V1PolicyRule> rules) => AccessRules.Of(rules);

    /// <summary>Puts an object there, as an administrator would.</summary>
    public void Add<T>(T item)
        where T : class, IKubernetesObject<V1ObjectMeta> => _store.Create(item, typeof(T).Name);

    /// <summary>Cuts the connections of those who watch.</summary>
    public void CutWatches() => _watches.Cut();

    /// <summary>Forgets how things came to be as they are: who asks for changes since then is told 410.</summary>
    public void ForgetHistory() => _store.Compact();

    /// <summary>Has a Job's pod evicted.</summary>
    public void Evict(string sandbox, string message) => _kubelet.Evict(Pods.Single(pod => pod.GetAnnotation("thesis.sandbox") == sandbox), message);

    /// <summary>Takes a Job away as a user of the cluster would.</summary>
    public void DeleteJob(string name) => FakeCollector.Delete(_store, name, "Background");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _watches.Cut();
        await _stop.CancelAsync();
        await _controllers;
        await _kubelet.EndAsync();
        using (CancellationTokenSource hurry = new(TimeSpan.Zero))
        {
            await _server.StopAsync(hurry.Token);
        }

        await _server.DisposeAsync();
        _watches.Dispose();
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ControlAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            long version = _store.Version;
            _jobs.Reconcile();
            new FakeCollector(_store).Collect();
            _kubelet.Reconcile(_stop.Token);
            await _store.WaitAsync(version, Look, _stop.Token).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
