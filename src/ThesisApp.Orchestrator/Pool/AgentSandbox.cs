using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Options;
using ThesisApp.Contracts;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.RunUsers;
using ThesisApp.Sandboxes;
using ThesisApp.Sandboxes.Gates;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Describes an agent's sandbox, and keeps the gates through which agents without a network reach Redis and their models.</summary>
internal sealed class AgentSandbox : IAsyncDisposable
{
    // What an agent is configured by, besides what is set for each.
    private static readonly string[] Passed = ["Agent__", "Coordination__", "Logging__", "Telemetry__", "Models__", "Writing__", "OTEL_EXPORTER_", "DOTNET_gc", "DOTNET_GC", "DOTNET_Tiered"];

    // Whom agents take the certificate of Redis from (ServiceDefaults): a file, or the certificate itself.
    private const string AuthorityKey = "Redis:CaFile";
    private const string AuthorityVariable = "Redis__CaFile";
    private const string AuthorityTextVariable = "Redis__Ca";

    private readonly SandboxOptions _options;
    private readonly PoolOptions _pool;
    private readonly AgentProgram _program;
    private readonly StoreRoute _route;
    private readonly string _connectionString;
    private readonly string _gateFolder;
    private readonly ModelRoutes _models;
    private readonly string? _authority;
    private readonly IRunUsers? _users;
    private List<SocketGate> _gates = [];

    public AgentSandbox(IOptions<SandboxOptions> options, IOptions<PoolOptions> pool, IConfiguration configuration, IRunUsers? users = null)
    {
        (_options, _pool, _users) = (options.Value, pool.Value, users);
        _program = AgentProgram.Find(_options);
        _connectionString = configuration.GetConnectionString(ResourceNames.AgentsRedis) ?? configuration.GetConnectionString(ResourceNames.Redis) ?? string.Empty;

        _authority = configuration[AuthorityKey] is { Length: > 0 } file ? Path.GetFullPath(file) : null;

        Place = _options.Pool ?? SandboxLaunchers.PlaceOf(Pool);
        _gateFolder = GatePlace.Of(_options, Place);
        _route = StoreRoute.Of(_connectionString, Path.Combine(_gateFolder, "redis"));
        _models = ModelRoutes.Of(configuration, UsesGate && !_options.HasNetwork ? _gateFolder : null);
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

    // Tells apart pools whose agents cannot take each other's place: of another kind, at another place, or with another way to Redis, under another user or password.
    private string Mark => $"{_options.Kind}-{SandboxLaunchers.MarkOf(_options)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_connectionString + _users?.Of("any").Password)))[..8]}";

    // Whatever network they have: an address of this machine's loopback means another one in there. A plain process has that of the machine.
    // A pod may be on another machine: its way is the cluster's network, which network policies narrow.
    private bool UsesGate => _options.Kind is SandboxKinds.Bubblewrap or SandboxKinds.Docker && _route.Host is not null;

    // Where there are no gates, a model's endpoint is somewhere on the network, and so are the nodes of a cluster of Redis.
    private bool HasNetwork => _options.HasNetwork || (_models.Connections.Count > 0 && !UsesGate) || (!UsesGate && _options.Kind is not SandboxKinds.Kubernetes);

    /// <summary>Opens the gates, in place of those of an orchestrator before.</summary>
    public async Task OpenAsync()
    {
        if (UsesGate)
        {
            List<SocketGate> before = _gates;
            GatePlace.Make(_gateFolder);
            _gates = [.. _models.Gates.Prepend(new GateTarget(Path.Combine(_gateFolder, "redis"), _route.Host!, _route.Port)).Select(target => SocketGate.Open(target.Path, target.Host, target.Port))];
            await CloseAsync(before);
        }
    }

    /// <summary>The sandbox of an agent.</summary>
    /// <param name="id">The agent.</param>
    /// <param name="scope">What it is bound to, or null.</param>
    public SandboxSpec Describe(string id, SandboxScope? scope = null)
    {
        ChapterOutput? output = scope is { Chapter: { } chapter } ? ChapterOutput.Of(_options, scope.RunId, chapter) : null;
        Dictionary<string, string> environment = new(StringComparer.Ordinal);
        foreach ((string name, string value) in Variables())
        {
            environment[name] = value;
        }

        environment["AGENT_ID"] = id;
        environment["OTEL_SERVICE_NAME"] = ResourceNames.Agent;
        environment["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={id}";
        environment[$"ConnectionStrings__{ResourceNames.Redis}"] = ConnectionStringOf(scope);
        if (scope is not null)
        {
            environment["AGENT_RUN"] = scope.RunId;
        }

        if (output is not null)
        {
            environment["AGENT_CHAPTER"] = scope!.Chapter!;
            environment["AGENT_OUTPUT"] = output.Inside;
        }

        if (scope is not null && _users is not null)
        {
            environment["Coordination__OnlyRun"] = scope.RunId;
        }

        if (_authority is not null && _options.Kind == SandboxKinds.Kubernetes)
        {
            // A pod can be lent no file of this machine.
            environment[AuthorityTextVariable] = X509CertificateLoader.LoadCertificateFromFile(_authority).ExportCertificatePem();
        }
        else if (_authority is not null)
        {
            environment[AuthorityVariable] = _authority;
        }

        foreach ((string name, string connection) in _models.Connections)
        {
            environment[$"ConnectionStrings__{name}"] = connection;
        }

        return new SandboxSpec
        {
            Id = id,
            Command = _pool.Once && output is null ? [.. _program.Command, "--once"] : _program.Command,
            Environment = environment,
            ReadOnlyPaths = [.. _program.Paths, .. UsesGate ? [_gateFolder] : Array.Empty<string>(), .. _authority is null || _options.Kind == SandboxKinds.Kubernetes ? [] : new[] { _authority }],
            WritableFiles = output is { File: { } file } ? [file] : [],
            HasNetwork = HasNetwork,
            Limits = _options.ToLimits(),
        };
    }

    public async ValueTask DisposeAsync() => await CloseAsync(_gates);

    // As the user of its run, where runs are kept apart.
    private string ConnectionStringOf(SandboxScope? scope)
    {
        string own = UsesGate ? _route.ConnectionString : _connectionString;
        if (scope is null || _users is null)
        {
            return own;
        }

        RunUser user = _users.Of(scope.RunId);
        string[] others = [.. own.Split(',').Where(part => !part.TrimStart().StartsWith("user=", StringComparison.OrdinalIgnoreCase) && !part.TrimStart().StartsWith("password=", StringComparison.OrdinalIgnoreCase))];
        return string.Join(',', [.. others, $"user={user.Name}", $"password={user.Password}"]);
    }

    private static async Task CloseAsync(List<SocketGate> gates)
    {
        foreach (SocketGate gate in gates)
        {
            await gate.DisposeAsync();
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
