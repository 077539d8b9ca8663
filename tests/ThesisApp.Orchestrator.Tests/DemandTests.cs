using System.Net.Http.Json;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Agents;

namespace ThesisApp.Orchestrator.Tests;

/// <summary>What an autoscaler goes by.</summary>
public sealed class DemandTests(OrchestratorHost host) : ApiTest(host)
{
    [Fact]
    public async Task Tasks_that_are_ready_are_told_and_no_more_once_their_run_is_over()
    {
        string run = (await Client.SubmitAsync(Samples.Submission(), Cancellation)).Id;

        DemandInfo demand = await ReadAsync();
        await Client.CancelAsync(run, Cancellation);

        Assert.True(demand.Ready > 0 && demand.Tasks == demand.Ready + demand.Leased, demand.ToString());
        Assert.True((await ReadAsync()).Ready < demand.Ready);
    }

    private async Task<DemandInfo> ReadAsync() => (await Http.GetFromJsonAsync(ApiRoutes.Demand, ContractsJson.Default.DemandInfo, Cancellation))!;
}
