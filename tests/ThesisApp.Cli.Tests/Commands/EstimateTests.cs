using System.Text.Json;
using ThesisApp.Cli.Tests.Support;

namespace ThesisApp.Cli.Tests.Commands;

public sealed class EstimateTests
{
    [Fact]
    public async Task Estimate_tells_calls_tokens_money_and_time()
    {
        using var folder = new TempFolder();
        await CliRun.RunAsync("init", folder.File("mine"));

        var run = await CliRun.RunAsync("estimate", folder.File("mine"), "--input-price", "2.50", "--output-price", "10", "--json");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        using var result = JsonDocument.Parse(run.Output);
        var tokens = (Input: result.RootElement.GetProperty("inputTokens").GetInt64(), Output: result.RootElement.GetProperty("outputTokens").GetInt64());
        Assert.True(tokens is { Input: > 0, Output: > 0 } && result.RootElement.GetProperty("calls").GetDouble() > 1 && result.RootElement.GetProperty("seconds").GetDouble() > 0);
        Assert.Equal(Math.Round(((tokens.Input * 2.5m) + (tokens.Output * 10m)) / 1_000_000m, 4), result.RootElement.GetProperty("cost").GetDecimal());
    }

    [Fact]
    public async Task Without_prices_there_is_no_money_and_the_reader_is_told_how_to_get_it()
    {
        using var folder = new TempFolder();
        await CliRun.RunAsync("init", folder.File("mine"));

        var run = await CliRun.RunAsync("estimate", folder.File("mine"));

        Assert.Contains("--input-price", run.Output, StringComparison.Ordinal);
        Assert.Contains("in all", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_specification_is_refused()
    {
        using var folder = new TempFolder();

        var run = await CliRun.RunAsync("estimate", folder.File("nothing.yaml"));

        Assert.Equal(2, run.ExitCode);
    }
}
