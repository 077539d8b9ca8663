using System.Diagnostics;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.TestSupport.Stores;

/// <summary>A redis-server with the users that <c>deploy/redis/make-users.sh</c> makes, and one of the tests' own that may do everything.</summary>
public sealed class RestrictedRedisFixture : RedisServerFixture
{
    private readonly string _users = Directory.CreateTempSubdirectory("thesis-users-").FullName;
    private Dictionary<string, string> _passwords = [];
    private string _address = string.Empty;

    /// <summary>How agents connect.</summary>
    public string Agent => $"{_address},user=agent,password={_passwords["REDIS_AGENT_PASSWORD"]}";

    /// <summary>How orchestrators connect.</summary>
    public string Orchestrator => $"{_address},user=orchestrator,password={_passwords["REDIS_ORCHESTRATOR_PASSWORD"]}";

    /// <summary>How who makes the users of runs connects.</summary>
    public string Steward => $"{_address},user=steward,password={_passwords["REDIS_STEWARD_PASSWORD"]}";

    /// <summary>How who has no user connects.</summary>
    public string Nobody => _address;

    /// <summary>Passwords of the users, as the script wrote them down.</summary>
    public IEnumerable<string> Passwords => _passwords.Values;

    /// <summary>What the server is told of the users.</summary>
    public Task<string> ReadUsersAsync(CancellationToken cancellationToken) => File.ReadAllTextAsync(Path.Combine(_users, "users.acl"), cancellationToken);

    /// <inheritdoc />
    protected override IReadOnlyList<string> MoreArguments => ["--aclfile", Path.Combine(_users, "users.acl")];

    /// <inheritdoc />
    protected override async Task StartAsync()
    {
        using Process script = Process.Start(new ProcessStartInfo("/bin/sh", [Path.Combine(BuiltPrograms.Repository, "deploy", "redis", "make-users.sh"), _users]))!;
        await script.WaitForExitAsync();
        _passwords = File.ReadAllLines(Path.Combine(_users, "users.env")).Select(line => line.Split('=')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        string admin = Guid.NewGuid().ToString("N");
        await File.AppendAllTextAsync(Path.Combine(_users, "users.acl"), $"user tests on >{admin} ~* &* +@all\n");
        await base.StartAsync();
        _address = ConnectionString;
        ConnectionString = $"{_address},user=tests,password={admin}";
    }

    /// <inheritdoc />
    protected override async Task StopAsync()
    {
        await base.StopAsync();
        Directory.Delete(_users, recursive: true);
    }
}
