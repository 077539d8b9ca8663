using CsCheck;
using ThesisApp.Core.Graph;

namespace ThesisApp.Core.Tests.Support;

/// <summary>Random graphs without cycles.</summary>
internal static class Graphs
{
    /// <summary>Graphs of up to a number of tasks, in random order; the seed decides all, so that a failing sample can be replayed.</summary>
    public static Gen<TaskDefinition[]> Acyclic(int most) => Gen.Select(Gen.Int[0, most], Gen.Int[0, int.MaxValue], Gen.Int[1, 6]).Select(Make);

    public static TaskDefinition Task(string id, double cost, params string[] needs) => new() { Id = id, Kind = "test", Title = id, Cost = cost, Needs = needs };

    /// <summary>Every path, by brute force.</summary>
    public static IEnumerable<IReadOnlyList<TaskDefinition>> Paths(IReadOnlyList<TaskDefinition> tasks)
    {
        return tasks.SelectMany(task => From([task]));

        IEnumerable<IReadOnlyList<TaskDefinition>> From(List<TaskDefinition> path) =>
            tasks.Where(next => next.Needs.Contains(path[^1].Id)).SelectMany(next => From([.. path, next])).Prepend(path);
    }

    private static TaskDefinition[] Make(int size, int seed, int sparseness)
    {
        Random random = new(seed);
        List<TaskDefinition> tasks = [];
        for (int i = 0; i < size; i++)
        {
            string[] needs = [.. tasks.Select(task => task.Id).Where(_ => random.Next(sparseness) == 0)];
            tasks.Add(Task($"t{i}", random.Next(1, 100), needs));
        }

        TaskDefinition[] shuffled = [.. tasks];
        random.Shuffle(shuffled);
        return shuffled;
    }
}
