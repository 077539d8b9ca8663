using System.Text;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;
using ThesisApp.Coordination.Runs;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Runs;

/// <summary>Inputs: written one by one before there is a run, whoever else is at it.</summary>
public abstract partial class RunStoreTests
{
    [Fact]
    public async Task Inputs_come_back_as_they_were_given()
    {
        await using CoordinationHost host = new(Store);
        byte[] bytes = [1, 0, 2, 255];
        await host.Runs.CreateAsync(
            new NewRun { Id = "inputs", Title = "t", Tasks = [Task("a")], Inputs = new Dictionary<string, ReadOnlyMemory<byte>> { [RunInputs.Source("x.md")] = bytes, [RunInputs.Spec] = new byte[] { 7 } } },
            Cancellation);

        Assert.Equal(["source:x.md", "spec"], await host.Runs.ListInputsAsync("inputs", Cancellation));
        Assert.Equal(bytes, (await host.Runs.ReadInputAsync("inputs", "source:x.md", Cancellation))!.Value.ToArray());
        Assert.Null(await host.Runs.ReadInputAsync("inputs", "source:none", Cancellation));
    }

    [Fact]
    public async Task Submissions_of_one_run_at_the_same_time_leave_its_inputs_for_good()
    {
        await using CoordinationHost host = new(Store);
        Dictionary<string, ReadOnlyMemory<byte>> inputs = Enumerable.Range(0, 5).ToDictionary(number => RunInputs.Source($"{number}.md"), _ => (ReadOnlyMemory<byte>)new byte[100]);
        NewRun[] runs = [.. Enumerable.Range(0, 40).Select(number => new NewRun { Id = $"same-{number}", Title = "t", Tasks = [Task("a")], Inputs = inputs })];

        bool[][] created = await System.Threading.Tasks.Task.WhenAll(
            runs.Select(run => System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Runs.CreateAsync(run, Cancellation)))));

        Assert.All(created, answers => Assert.Single(answers, answer => answer));
        Assert.All(runs, run => Assert.Null(Store.Connection.GetDatabase().KeyTimeToLive($"{{run:{run.Id}}}:inputs")));
        Assert.Equal(inputs.Count, (await host.Runs.ListInputsAsync(runs[0].Id, Cancellation)).Count);
    }

    [Fact]
    public async Task Inputs_that_the_store_loses_while_a_run_is_submitted_are_written_again()
    {
        await using CoordinationHost host = new(Store);
        Dictionary<string, ReadOnlyMemory<byte>> inputs = Enumerable.Range(0, 30).ToDictionary(number => RunInputs.Source($"{number}.md"), _ => (ReadOnlyMemory<byte>)new byte[100]);
        for (int number = 1; ; number++)
        {
            NewRun run = new() { Id = $"losing-{number}", Title = "t", Tasks = [Task("a")], Inputs = inputs };
            Task<bool> creating = host.Runs.CreateAsync(run, Cancellation);
            bool lost = false;
            while (!lost && !creating.IsCompleted)
            {
                lost = await LoseAsync(run.Id);
            }

            Assert.True(await creating);
            Assert.Equal(inputs.Count, (await host.Runs.ListInputsAsync(run.Id, Cancellation)).Count);
            if (lost)
            {
                return;
            }
        }

        // Only what was written before there is a run, as a store loses it that comes back a moment older.
        async Task<bool> LoseAsync(string id)
        {
            ITransaction transaction = Store.Connection.GetDatabase().CreateTransaction();
            transaction.AddCondition(Condition.KeyNotExists($"{{run:{id}}}:meta"));
            transaction.AddCondition(Condition.KeyExists($"{{run:{id}}}:inputs"));
            _ = transaction.KeyDeleteAsync($"{{run:{id}}}:inputs");
            return await transaction.ExecuteAsync();
        }
    }

    [Fact]
    public async Task What_another_submission_under_the_same_key_left_unfinished_is_no_part_of_a_run()
    {
        await using CoordinationHost host = new(Store);
        await Store.Connection.GetDatabase().HashSetAsync("{run:left}:inputs", RunInputs.Source("old.md"), "of a submission that was cut off");

        Assert.True(await host.Runs.CreateAsync(new NewRun { Id = "left", Title = "t", Tasks = [Task("a")], Inputs = new Dictionary<string, ReadOnlyMemory<byte>> { [RunInputs.Spec] = new byte[] { 7 } } }, Cancellation));

        Assert.Equal(["spec"], await host.Runs.ListInputsAsync("left", Cancellation));
    }

    [Fact]
    public async Task Submissions_of_other_inputs_under_one_key_at_the_same_time_never_come_together()
    {
        await using CoordinationHost host = new(Store);
        string[] names = [.. Enumerable.Range(0, 5).Select(number => RunInputs.Source($"{number}.md"))];
        NewRun Run(int number, string text) => new()
        {
            Id = $"mixed-{number}",
            Title = text,
            Tasks = [Task("a")],
            Inputs = names.ToDictionary(name => name, _ => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text)),
        };

        bool[][] created = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
            System.Threading.Tasks.Task.WhenAll(new[] { "one", "other", "third" }.Select(text => host.Runs.CreateAsync(Run(number, text), Cancellation)))));

        Assert.All(created, answers => Assert.Single(answers, answer => answer));
        for (int number = 0; number < created.Length; number++)
        {
            string title = (await host.Runs.FindAsync($"mixed-{number}", Cancellation))!.Title;
            Assert.Equal(names, await host.Runs.ListInputsAsync($"mixed-{number}", Cancellation));
            foreach (string name in names)
            {
                Assert.Equal(title, Encoding.UTF8.GetString((await host.Runs.ReadInputAsync($"mixed-{number}", name, Cancellation))!.Value.Span));
            }
        }
    }

    [Fact]
    public async Task What_another_submission_is_at_is_left_to_it_as_long_as_it_goes_on()
    {
        FakeTimeProvider time = new();
        await using CoordinationHost host = new(Store, time: time);
        const string Key = "{run:busy}:inputs";
        IDatabase database = Store.Connection.GetDatabase();
        await database.HashSetAsync(Key, string.Empty, "digest of another");
        NewRun run = new() { Id = "busy", Title = "t", Tasks = [Task("a")], Inputs = new Dictionary<string, ReadOnlyMemory<byte>> { [RunInputs.Spec] = new byte[] { 7 } } };

        Task<bool> creating = host.Runs.CreateAsync(run, Cancellation);
        for (int i = 0; i < 10; i++)
        {
            await database.HashSetAsync(Key, RunInputs.Source($"{i}.md"), "of another");
            time.Advance(TimeSpan.FromSeconds(1.5));
            await System.Threading.Tasks.Task.Delay(5, Cancellation);
        }

        Assert.Equal(11, await database.HashLengthAsync(Key));
        while (!creating.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1.5));
            await System.Threading.Tasks.Task.Delay(5, Cancellation);
        }

        Assert.True(await creating);
        Assert.Equal(["spec"], await host.Runs.ListInputsAsync("busy", Cancellation));
    }
}
