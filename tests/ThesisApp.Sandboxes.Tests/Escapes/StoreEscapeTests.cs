using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using ThesisApp.Coordination;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Runs;
using ThesisApp.Coordination.RunUsers;
using ThesisApp.Coordination.Store;
using ThesisApp.Core.Graph;
using ThesisApp.Sandboxes.Gates;
using ThesisApp.Sandboxes.Tests.Support;
using ThesisApp.TestSupport.Processes;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Sandboxes.Tests.Escapes;

/// <summary>What an agent could try at the store, from inside a sandbox, through its gate and under the agents' user.</summary>
public abstract class StoreEscapeTests(RestrictedRedisFixture store) : SandboxTest
{
    // Who opens a gate for other users lets them pass through its folder, and nothing more.
    private const UnixFileMode Passage = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly string[] Forbidden =
    [
        "KEYS *", "SCAN 0", "RANDOMKEY", "FLUSHALL", "FLUSHDB", "CONFIG GET *", "CONFIG SET dir /tmp", "SCRIPT FLUSH", "FUNCTION LIST", "SHUTDOWN NOSAVE", "ACL LIST", "ACL SETUSER agent allkeys",
        "CLIENT LIST", "CLIENT KILL TYPE normal", "MODULE LIST", "REPLICAOF localhost 1", "MONITOR", "SAVE", "ZADD thesis:runs 1 x", "HGETALL {thesis:pool:p}:members", "GET somebody:else", "SET somebody:else x",
        "PUBLISH somewhere x",
    ];

    private ConfigurationOptions _agent = null!;

    [Fact]
    public async Task What_the_agents_user_may_not_do_is_refused_in_there()
    {
        await using SocketGate gate = OpenGate("own");

        (_, string output) = await RunAsync(Client(gate, [.. Forbidden, "EVAL return(redis.call('KEYS','*')) 0"], gate));

        string[] answers = Answers(output);
        Assert.Equal(Forbidden.Length + 1, answers.Length);
        Assert.All(answers[..^1], answer => Assert.StartsWith("NOPERM", answer, StringComparison.Ordinal));
        Assert.Matches("The user executing the script can't|ACL failure in script", answers[^1]);
    }

    [Fact]
    public async Task What_an_agent_needs_is_answered_in_there()
    {
        await using SocketGate gate = OpenGate("own");

        (_, string output) = await RunAsync(Client(gate, ["PING", "HSET {run:x}:meta state running", "HGET {run:x}:meta state"], gate));

        Assert.Equal(["PONG", "1", "running"], Answers(output));
    }

    [Fact]
    public async Task Nobody_gets_in_without_the_password()
    {
        await using SocketGate gate = OpenGate("own");

        (_, string output) = await RunAsync(Client(gate, ["GET thesis:active"], gate) with { Environment = new Dictionary<string, string> { ["REDISCLI_AUTH"] = "guessed" } });

        // The client goes on without a name, and without one there is no answer.
        Assert.Contains("WRONGPASS", output, StringComparison.Ordinal);
        Assert.StartsWith("NOAUTH", Assert.Single(Answers(output)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gate_of_another_deployment_is_not_to_be_passed()
    {
        await using SocketGate own = OpenGate("own");
        await using SocketGate other = OpenGate("other");

        (_, string output) = await RunAsync(Client(other, ["PING"], own));

        Assert.Equal((Guarantee.NoNetwork, Report.Holds(Guarantee.NoNetwork)), (Guarantee.NoNetwork, !Answers(output).Contains("PONG")));
    }

    [Fact]
    public async Task What_another_run_holds_is_out_of_reach_for_the_user_of_a_run_in_there_and_its_own_is_not()
    {
        await using SocketGate gate = OpenGate("own");
        await using ConnectionMultiplexer steward = await ConnectionMultiplexer.ConnectAsync(store.Steward);
        RedisRunUsers users = new(steward, new RunUserNames(new string('s', 64)), NullLogger<RedisRunUsers>.Instance);
        await users.MakeAsync(["mine"], anew: false, Cancellation);
        RunUser mine = users.Of("mine");
        await store.Connection.GetDatabase().HashSetAsync("{run:other}:state", "a", """{"s":"leased","k":"12345"}""");
        string[] own = ["PING", "HSET {run:mine}:meta state running", "HGET {run:mine}:meta state", "EVAL return(redis.call('HGET',KEYS[1],'state')) 1 {run:mine}:meta"];

        // The last three would complete a task or undo it, whatever its token.
        string[] others =
        [
            "HGETALL {run:other}:meta", "HGET {run:other}:state a", "HGETALL {run:other}:artifacts", "HGETALL {run:other}:inputs", "LRANGE {run:other}:events 0 -1", "GET {run:other}:introduction:content", "SUBSCRIBE {run:other}:events",
            "SUBSCRIBE thesis:ended", "PSUBSCRIBE *", "HGETALL {thesis:agents}:about", "SMEMBERS thesis:active", "GET thesis:cache:result:x",
            "EVAL return(redis.call('HSET',KEYS[1],'a','done')) 1 {run:other}:state", "HSET {run:other}:state a x", "DEL {run:other}:state",
        ];
        (_, string output) = await RunAsync(Client(gate, [.. own, .. others, "EVAL return(redis.call('HGET','{run:other}:state','a')) 0"], gate, mine.Name, mine.Password));

        string[] answers = Answers(output);
        Assert.Equal(own.Length + others.Length + 1, answers.Length);
        Assert.Equal(["PONG", "1", "running", "running"], answers[..own.Length]);
        Assert.All(answers[own.Length..^1], answer => Assert.StartsWith("NOPERM", answer, StringComparison.Ordinal));
        Assert.Matches("The user executing the script can't|ACL failure in script", answers[^1]);
    }

    [Fact]
    public async Task A_task_that_another_agent_holds_is_not_completed_from_in_there_and_an_own_one_is()
    {
        await using SocketGate gate = OpenGate("own");
        await store.EmptyAsync();
        await using ServiceProvider services = new ServiceCollection()
            .AddLogging().AddMetrics().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddSingleton(store.Connection)
            .AddCoordination().Services.BuildServiceProvider();
        ITaskBoard board = services.GetRequiredService<ITaskBoard>();
        await services.GetRequiredService<IRunStore>().CreateAsync(new NewRun { Id = "shared", Title = "A run", Tasks = [.. new[] { "a", "b", "c" }.Select(id => new TaskDefinition { Id = id, Kind = "test", Title = id })] }, Cancellation);
        TaskLease anothers = (await board.TryLeaseAsync("honest", Cancellation))!;
        TaskLease own = (await board.TryLeaseAsync("hostile", Cancellation))!;
        await store.Connection.GetServers()[0].ScriptLoadAsync(BoardScript.Complete.Text);

        (_, string output) = await RunAsync(Client(gate, [Complete(anothers.Task.Id, "1"), Complete(anothers.Task.Id, own.Token), Complete(own.Task.Id, own.Token)], gate));

        Assert.Equal(["refused", "refused", "accepted"], Answers(output));
        Assert.Equal(CompleteOutcome.Accepted, (await board.CompleteAsync(anothers, new TaskResult(), takeNext: false, Cancellation)).Outcome);
    }

    /// <inheritdoc/>
    protected override async Task PrepareAsync()
    {
        store.SkipIfMissing();
        Assert.SkipWhen(Executables.Find("redis-cli") is null, "redis-cli is not installed (Debian: apt-get install redis-tools).");
        _agent = ConfigurationOptions.Parse(store.Agent);
        await PrepareSandboxesAsync();
    }

    /// <summary>Brings up what the launcher needs, or skips.</summary>
    protected virtual Task PrepareSandboxesAsync() => Task.CompletedTask;

    // As the orchestrator does, in a folder of its own each.
    private SocketGate OpenGate(string name)
    {
        string folder = Path.Combine(Local.Directory, name);
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Local.Directory, Passage);
            File.SetUnixFileMode(folder, Passage);
        }

        return SocketGate.Open(Path.Combine(folder, "redis"), "127.0.0.1", ((IPEndPoint)_agent.EndPoints[0]).Port);
    }

    // As the board's own client delivers a result: the arguments of complete.lua.
    private static string Complete(string task, string token) => string.Join(
        ' ', ["EVALSHA", Convert.ToHexStringLower(BoardScript.Complete.Digest), "11", .. RunKeys.All("shared").Select(key => key.ToString()), "shared", task, token, "hostile", "60000", "0", "0", string.Empty, string.Empty, "0", "0", string.Empty]);

    // Each answer behind a mark. What is not refused may wait for ever (MONITOR).
    private SandboxSpec Client(SocketGate through, string[] commands, SocketGate lent, string? user = null, string? password = null)
    {
        IEnumerable<string> calls = commands.Select(command =>
            $"echo \"> $(timeout 10 redis-cli -s {through.Path} --user {user ?? _agent.User} {string.Join(' ', command.Split(' ').Select(word => $"\"{word}\""))} 2>&1 </dev/null)\"");
        return Shell(string.Join('\n', calls)) with
        {
            Environment = new Dictionary<string, string> { ["REDISCLI_AUTH"] = password ?? _agent.Password! },
            ReadOnlyPaths = [Path.GetDirectoryName(lent.Path)!],
        };
    }

    // Of an answer the last line: before it the client tells what went wrong with the password.
    private static string[] Answers(string output) =>
        [.. ("\n" + output).Split("\n> ")[1..].Select(answer => answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault(string.Empty))];
}
