using ThesisApp.Benchmarks.Ours;

namespace ThesisApp.Benchmarks.Tests.Measurements;

public sealed class LatencyFiguresTests
{
    [Fact]
    public void APeersLine_IsRead()
    {
        LatencyFigures figures = LatencyFigures.Parse("""{"start_p50": 0.59, "start_p99":4.2,"vis_p50":0.99,"vis_p99":5.4,"vis_max":20,"over500ms":1}""");

        Assert.Equal(new LatencyFigures(0.59, 4.2, 0.99, 5.4, 20), figures);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("Segmentation fault")]
    [InlineData("""{"start_p50":0.59,"start_p99":4.2,"vis_p50":0.99,"vis_p99":5.4}""")]
    public void AnotherLine_IsNoMeasurement(string line) => Assert.Throws<FormatException>(() => LatencyFigures.Parse(line));
}
