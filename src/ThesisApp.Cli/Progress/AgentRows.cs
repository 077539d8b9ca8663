using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Progress;

/// <summary>Who is at what.</summary>
internal static class AgentRows
{
    /// <summary>Every agent that has been seen lately or holds a task of the run, in ordinal order, with its task or null when it has none of this run.</summary>
    public static IReadOnlyList<(string Agent, TaskInfo? Task)> Of(RunSnapshot snapshot)
    {
        var atWork = snapshot.Tasks
            .Where(task => task.State == TaskState.Leased && task.Agent is not null)
            .GroupBy(task => task.Agent!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return
        [
            .. snapshot.Agents.Select(agent => agent.Id)
                .Concat(atWork.Keys)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(agent => (agent, atWork.GetValueOrDefault(agent))),
        ];
    }
}
