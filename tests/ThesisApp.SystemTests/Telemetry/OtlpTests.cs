using ThesisApp.Contracts.Runs;

namespace ThesisApp.SystemTests.Telemetry;

/// <summary>What a collector learns of one run.</summary>
public sealed class OtlpTests(ObservedRun observed) : IClassFixture<ObservedRun>
{
    [Fact]
    public void The_run_succeeds_and_names_its_trace() => Assert.True(observed.Run is { State: RunState.Succeeded, TraceId.Length: 32 }, observed.Run.ToString());

    [Fact]
    public void Every_process_sends_spans_metrics_and_logs()
    {
        Assert.Equal(5, observed.Receiver.Spans.Select(span => span.Instance).Distinct().Count());
        Assert.Equal(5, observed.Receiver.Points.Select(point => point.Instance).Distinct().Count());
        Assert.Equal(5, observed.Receiver.Logs.Select(log => log.Instance).Distinct().Count());
        Assert.Equal(["agent", "orchestrator"], observed.Receiver.Spans.Select(span => span.Service).Distinct().Order());
    }

    [Fact]
    public void The_trace_starts_with_the_request_that_submitted_the_run()
    {
        ReceivedSpan request = Request();

        Assert.Equal("orchestrator", request.Service);
        Assert.Equal("POST", request.Attributes["http.request.method"]);
    }

    [Fact]
    public void The_trace_goes_on_in_every_task()
    {
        HashSet<string> traced = [.. TaskSpans().Select(span => span.Attributes["thesis.task.id"])];

        Assert.Equal(observed.Tasks.Select(task => task.Id).Order(StringComparer.Ordinal), traced.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_task_is_a_child_of_the_request()
    {
        string request = Request().SpanId;

        Assert.All(TaskSpans(), span => Assert.Equal(request, span.ParentId));
    }

    [Fact]
    public void Every_agent_has_its_tasks_in_the_trace()
    {
        var told = observed.Tasks.Select(task => (task.Id, Agent: task.Agent!)).Order();
        var traced = TaskSpans().Select(span => (Id: span.Attributes["thesis.task.id"], Agent: span.Attributes["thesis.agent.id"])).Order();

        Assert.Equal(told, traced);
        Assert.Equal(4, TaskSpans().Select(span => span.Instance).Distinct().Count());
    }

    [Fact]
    public void What_the_board_did_for_a_task_is_below_it_in_the_trace()
    {
        HashSet<string> tasks = [.. TaskSpans().Select(span => span.SpanId)];

        Assert.Equal(tasks.Count, OfTheRun().Count(span => span.Name == "board complete" && tasks.Contains(span.ParentId)));
    }

    [Theory]
    [InlineData("ready")]
    [InlineData("leased")]
    [InlineData("done")]
    public void The_board_is_measured_by_the_state_of_its_tasks(string state) =>
        Assert.Contains(observed.Receiver.Points, point =>
            point is { Service: "orchestrator", Metric: "thesis.board.tasks", Value: > 0 } && point.Attributes["state"] == state);

    [Fact]
    public void The_latency_of_every_lease_is_measured()
    {
        // Sums since the start of each process: the last of each series counts.
        var last = observed.Receiver.Points.Where(point => point.Metric == "thesis.board.lease.latency")
            .GroupBy(point => (point.Instance, point.Attributes["kind"])).Select(series => (int)series.Last().Value);

        Assert.Equal(observed.Tasks.Sum(task => task.Attempts), last.Sum());
    }

    [Fact]
    public void Logs_of_every_process_carry_the_id_of_the_trace() =>
        Assert.Equal(5, observed.Receiver.Logs.Where(log => log.TraceId == observed.Run.TraceId).Select(log => log.Instance).Distinct().Count());

    private IEnumerable<ReceivedSpan> OfTheRun() => observed.Receiver.Spans.Where(span => span.TraceId == observed.Run.TraceId);

    private IEnumerable<ReceivedSpan> TaskSpans() => OfTheRun().Where(span => span.Name.StartsWith("task ", StringComparison.Ordinal));

    private ReceivedSpan Request() => Assert.Single(OfTheRun(), span => span.Name == "POST /api/runs");
}
