using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ThesisApp.Contracts;
using ThesisApp.Sandboxes;
using ThesisApp.Sandboxes.Gates;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Describes an agent's sandbox, and keeps the gate through which agents without a network reach Redis.</summary>
internal sealed class AgentSandbox : IAsyncDisposable
{
    // What an agent is configured by, besides what is set for each.
    private static readonly string[] Passed = ["Agent__", "Coordination__", "Logging__", "Telemetry__", "Models__", "Writing__", "OTEL_EXPORTER_", "DOTNET_gc", "DOTNET_GC", "DOTNET_Tiered"];

    private readonly SandboxOptions _options;
    private readonly PoolOptions _pool;
    private readonly AgentProgram _program;
    private readonly StoreRoute _route;
    private readonly string _connectionString;
    private readonly string _gateFolder;
    private readonly Dictionary<string, string> _models = new(StringComparer.Ordinal);
    private SocketGate? _gate;

    public AgentSandbox(IOptions<SandboxOptions> options, IOptions<PoolOptions> pool, IConfiguration configuration)
    {
        (_options, _pool) = (options.Value, pool.Value);
        _program = AgentProgram.Find(_options);
        _connectionString = configuration.GetConnectionString(ResourceNames.AgentsRedis) ?? configuration.GetConnectionString(ResourceNames.Redis) ?? string.Empty;
        foreach (string name in new[] { ResourceNames.Chat, ResourceNames.Embeddings })
        {
            if (configuration.GetConnectionString(name) is { } model)
            {
                _models.Add($"ConnectionStrings__{name}", model);
            }
        }

        Place = _options.Pool ?? SandboxLaunchers.PlaceOf(Pool);
        _gateFolder = GatePlace.Of(_options, Place);
        _route = StoreRoute.Of(_connectionString, Path.Combine(_gateFolder, "redis"));
        if (_options.Kind == SandboxKinds.Kubernetes && _route.IsLoopback)
        {
            throw new SandboxException(
                $"Pods cannot reach Redis at '{_route.Host}', which in a pod is the pod itself. Set ConnectionStrings:{ResourceNames.Redis}, or ConnectionStrings:{ResourceNames.AgentsRedis} for the agents alone, to an address that they reach.");
        }
    }

    /// <summary>Name of the pool.</summary>
    public string Pool => _pool.Name ?? Mark;

    /// <summary>Where the pool's sandboxes are within what others may use too: a folder of this machine, an engine.</summary>
    public string Place { get; }

    // Tells apart pools whose agents cannot take each other's place: of another kind, at another place, or with another way to Redis.
    private string Mark => $"{_options.Kind}-{SandboxLaunchers.MarkOf(_options)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_connectionString)))[..8]}";

    // Whatever network they have: an address of this machine's loopback means another one in there. A plain process has that of the machine.
    // A pod may be on another machine: its way is the cluster's network, which network policies narrow.
    private bool UsesGate => _options.Kind is SandboxKinds.Bubblewrap or SandboxKinds.Docker && _route.Host is not null;

    // A model's endpoint is somewhere on the network, and so are the nodes of a cluster of Redis.
    private bool HasNetwork => _options.HasNetwork || _models.Count > 0 || (!UsesGate && _options.Kind is not SandboxKinds.Kubernetes);

    /// <summary>Opens the gate, in place of that of an orchestrator before.</summary>
    public async Task OpenAsync()
    {
        if (UsesGate)
        {
            SocketGate? before = _gate;
            GatePlace.Make(_gateFolder);
            _gate = SocketGate.Open(Path.Combine(_gateFolder, "redis"), _route.Host!, _route.Port);
            if (before is not null)
            {
                await before.DisposeAsync();
            }
        }
    }

    /// <summary>The sandbox of an agent.</summary>
    public SandboxSpec Describe(string id)
    {
        Dictionary<string, string> environment = new(StringComparer.Ordinal);
        foreach ((string name, string value) in Variables())
        {
            environment[name] = value;
        }

        environment["AGENT_ID"] = id;
        environment["OTEL_SERVICE_NAME"] = ResourceNames.Agent;
        environment["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={id}";
        environment[$"ConnectionStrings__{ResourceNames.Redis}"] = UsesGate ? _route.ConnectionString : _connectionString;
        foreach ((string name, string model) in _models)
        {
            environment[name] = model;
        }

        return new SandboxSpec
        {
            Id = id,
            Command = _pool.Once ? [.. _program.Command, "--once"] : _program.Command,
            Environment = environment,
            ReadOnlyPaths = UsesGate ? [.. _program.Paths, _gateFolder] : _program.Paths,
            HasNetwork = HasNetwork,
            Limits = _options.ToLimits(),
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (_gate is not null)
        {
            await _gate.DisposeAsync();
        }
    }

    private IEnumerable<(string Name, string Value)> Variables()
    {
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            if (Passed.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) || _options.PassedVariables.Contains(name))
            {
                yield return (name, (string?)variable.Value ?? string.Empty);
            }
        }
    }
}
