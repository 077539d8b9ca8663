using StackExchange.Redis;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.RunUsers;
using ThesisApp.Orchestrator.Pool;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Orchestrator.Tests.Pool.KeeperHost;

namespace ThesisApp.Orchestrator.Tests.Pool;

/// <summary>What the keeper of a pool starts and stops, look by look, on a Redis with the users of a deployment.</summary>
public sealed class PoolKeeperTests(RestrictedRedisFixture store) : IClassFixture<RestrictedRedisFixture>, IAsyncLifetime
{
    private const int Most = 2;

    private readonly string _folder = Directory.CreateTempSubdirectory("thesis-keeper-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (store.SkipReason is null)
        {
            await store.EmptyAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_chapter_that_waits_is_given_the_place_that_another_run_has_beyond_its_share()
    {
        await using KeeperHost host = new(store, _folder, Most, keepsApart: true);
        await host.BeginAsync(Cancellation);
        SandboxScope first = new(await host.CreateRunAsync(Cancellation, [.. Enumerable.Range(0, 4).Select(i => Task($"t{i}"))]));
        await host.LookAsync(Cancellation);
        string[] before = await host.ListAsync(Cancellation);
        SandboxScope chapter = new(await host.CreateRunAsync(Cancellation, Task("draft", "introduction")), "introduction");

        string[] after = await LookUntilAsync(host, ids => ids.Any(id => BoundSandboxes.IsOf(id, chapter)));

        Assert.Equal((Most, Most), (before.Length, before.Count(id => BoundSandboxes.IsOf(id, first))));
        Assert.Equal((Most, 1), (after.Length, after.Count(id => BoundSandboxes.IsOf(id, first))));
        Assert.Subset(before.ToHashSet(), after.Where(id => BoundSandboxes.IsOf(id, first)).ToHashSet());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sandboxes_of_a_pool_that_kept_runs_apart_and_does_not_any_more_or_the_other_way_round_are_stopped_and_others_take_their_places(bool keptApart)
    {
        await using KeeperHost first = new(store, _folder, Most, keptApart);
        await first.BeginAsync(Cancellation);
        string plain = await first.CreateRunAsync(Cancellation, Task("a"), Task("b"));
        SandboxScope chapter = new(await first.CreateRunAsync(Cancellation, Task("draft", "introduction")), "introduction");
        await first.LookAsync(Cancellation);
        string[] before = await first.ListAsync(Cancellation);
        await first.ResignAsync(Cancellation);
        await using KeeperHost second = new(store, _folder, Most, !keptApart);
        await second.BeginAsync(Cancellation);
        string[] adopted = await second.ListAsync(Cancellation);

        string[] after = await LookUntilAsync(second, ids => ids.Length == Most && !ids.Intersect(before).Any());

        Assert.Equal(before, adopted);
        Assert.Equal([true, true], before.Select(id => BoundSandboxes.IsApart(id) == keptApart));
        Assert.Equal([true, true], after.Select(id => BoundSandboxes.IsApart(id) != keptApart));
        Assert.Equal([1, 1], new[] { before, after }.Select(ids => ids.Count(id => BoundSandboxes.IsOf(id, chapter))));
        Assert.Equal([1, 1], new[] { before, after }.Select(ids => ids.Count(id => BoundSandboxes.IsOf(id, new SandboxScope(plain)) || id.StartsWith("agent-", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task The_user_of_a_run_whose_sandbox_is_taken_over_is_given_the_password_and_the_rights_of_now()
    {
        await using KeeperHost first = new(store, _folder, Most, keepsApart: true);
        await first.BeginAsync(Cancellation);
        string run = await first.CreateRunAsync(Cancellation, Task("a"));
        await first.LookAsync(Cancellation);
        await first.ResignAsync(Cancellation);
        RunUser user = first.Users.Of(run);
        await store.Connection.GetServers()[0].ExecuteAsync("ACL", "SETUSER", user.Name, "reset", "on", ">of another version", "~*", "&*", "+@all");
        await using KeeperHost second = new(store, _folder, Most, keepsApart: true);
        await second.BeginAsync(Cancellation);

        await second.LookAsync(Cancellation);

        Assert.Single(await second.ListAsync(Cancellation));
        await using ConnectionMultiplexer agent = await ConnectionMultiplexer.ConnectAsync($"{store.Nobody},user={user.Name},password={user.Password}");
        Assert.Equal("running", (string?)await agent.GetDatabase().HashGetAsync($"{{run:{run}}}:meta", "state"));
        RedisServerException refusal = await Assert.ThrowsAsync<RedisServerException>(() => agent.GetDatabase().StringGetAsync("somebody:else"));
        Assert.StartsWith("NOPERM", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_user_of_a_run_stays_for_as_long_as_the_run_may_go_on_and_goes_with_it()
    {
        await using KeeperHost host = new(store, _folder, Most, keepsApart: true);
        await host.BeginAsync(Cancellation);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        await host.LookAsync(Cancellation);
        string sandbox = Assert.Single(await host.ListAsync(Cancellation));
        await host.Runs.PauseAsync(run, Cancellation);
        await host.Launcher.KillAsync(sandbox, Cancellation);

        await host.LookAsync(Cancellation);
        string[] paused = await LookUntilAsync(host, ids => ids.Length == 0);
        IReadOnlySet<string> usersWhilePaused = await host.Users.ListAsync(Cancellation);
        await host.Runs.DeleteAsync(run, Cancellation);
        await host.LookAsync(Cancellation);

        Assert.Empty(paused);
        Assert.Contains(run, usersWhilePaused);
        Assert.DoesNotContain(run, await host.Users.ListAsync(Cancellation));
    }

    private static async Task<string[]> LookUntilAsync(KeeperHost host, Func<string[], bool> isSo)
    {
        string[] ids = [];
        return await Eventually.GetAsync(
            async token =>
            {
                await host.LookAsync(token);
                ids = await host.ListAsync(token);
                return isSo(ids) ? ids : null;
            },
            () => $"other sandboxes than {string.Join(", ", ids)}",
            Cancellation);
    }
}
