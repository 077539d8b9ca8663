using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Progress;
using ThesisApp.Cli.Servers;
using ThesisApp.Cli.Terminals;
using ThesisApp.Contracts.Agents;

namespace ThesisApp.Cli.Commands.Agents;

/// <summary><c>thesis agents</c></summary>
internal sealed class AgentsCommand(CliServices services) : ServerCommand(
    services,
    "agents",
    "List the agents that have been seen lately, with what each is at.",
    ("thesis agents", "the agents of the local system"),
    ("thesis agents --json", "as JSON"))
{
    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellationToken)
    {
        var agents = await connection.Client.ListAgentsAsync(cancellationToken);
        if (parse.GetValue(Json))
        {
            Services.Terminal.WriteJson(agents, CliJson.Default.IReadOnlyListAgentInfo);
        }
        else if (agents.Count == 0)
        {
            Services.Terminal.Say("No agent has been seen lately. Agents report once they have started and can reach Redis.");
        }
        else
        {
            Services.Terminal.Results.Write(CreateTable(agents, Services.Time.GetUtcNow()));
        }

        return ExitCodes.Success;
    }

    private static Table CreateTable(IReadOnlyList<AgentInfo> agents, DateTimeOffset now)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Agent", "Host", "Process", "At work on", "Done", "Up", "Seen");
        foreach (var agent in agents.OrderBy(agent => agent.Id, StringComparer.Ordinal))
        {
            table.AddRow(
                SafeText.Markup(agent.Id),
                SafeText.Markup(agent.Host, 40),
                agent.ProcessId.ToString(CultureInfo.InvariantCulture),
                agent.TaskId is null ? "[grey]idle[/]" : SafeText.Markup($"{agent.RunId} {agent.TaskId}", 80),
                agent.TasksDone.ToString(CultureInfo.InvariantCulture),
                Durations.Short(now - agent.StartedAt),
                $"{Durations.Short(now - agent.LastSeenAt)} ago");
        }

        return table;
    }
}
