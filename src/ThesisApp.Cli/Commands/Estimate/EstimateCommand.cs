using System.CommandLine;
using System.Globalization;
using System.Text;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Progress;
using ThesisApp.Cli.Specs;
using ThesisApp.Cli.Terminals;
using ThesisApp.Core.Checks;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;

namespace ThesisApp.Cli.Commands.Estimate;

/// <summary><c>thesis estimate SPEC</c></summary>
internal sealed class EstimateCommand : ThesisCommand
{
    private const decimal PriceUnit = 1_000_000m;

    private readonly CliServices _services;
    private readonly Argument<string> _spec = SpecArgument.Create();
    private readonly Option<int> _agents = NumberOption.Create("--agents", "-a", "N", 1, 10_000, standard: 4, "Agents that the time is estimated for.");
    private readonly Option<decimal?> _input = new("--input-price") { HelpName = "P", Description = "Price of a million tokens sent (Models__Prices__0__Input does the same)." };
    private readonly Option<decimal?> _output = new("--output-price") { HelpName = "P", Description = "Price of a million tokens received (Models__Prices__0__Output does the same)." };

    /// <summary>Creates the command.</summary>
    public EstimateCommand(CliServices services)
        : base(
            "estimate",
            "Say what a thesis is likely to take of chat models: calls, tokens, money, time. Starts nothing and asks nobody; the figures hold for a model that needs few revisions.",
            ("thesis estimate thesis.yaml", "calls and tokens by stage"),
            ("thesis estimate thesis.yaml --input-price 2.50 --output-price 10 --agents 10", "money, too, and the time with ten agents"))
    {
        _services = services;
        Arguments.Add(_spec);
        Options.Add(_agents);
        Options.Add(_input);
        Options.Add(_output);
        SetAction(Execute);
    }

    private int Execute(ParseResult parse)
    {
        var bundle = new SpecFolder(parse.GetRequiredValue(_spec)).Load().OrThrow();
        var words = bundle.Sources.Values.Sum(source => (long)DocumentChecks.CountWords(Encoding.UTF8.GetString(source.Span)));
        var estimate = RunEstimator.Estimate(bundle.Spec, words);
        var input = parse.GetValue(_input) ?? Price("Models__Prices__0__Input");
        var output = parse.GetValue(_output) ?? Price("Models__Prices__0__Output");
        decimal? cost = input is null && output is null
            ? null
            : Math.Round(((estimate.InputTokens * (input ?? 0)) + (estimate.OutputTokens * (output ?? 0))) / PriceUnit, 4);
        var agents = parse.GetValue(_agents);
        var time = estimate.TimeWith(agents);
        var sections = OutlineBuilder.Build(bundle.Spec).Sections.Count();
        if (parse.GetValue(Json))
        {
            _services.Terminal.WriteJson(
                new EstimateResult(
                    bundle.Spec.Title, bundle.Spec.Words, sections, Math.Round(estimate.Calls, 1), estimate.InputTokens, estimate.OutputTokens, cost, agents, Math.Round(time.TotalSeconds, 1), estimate.Stages),
                CliJson.Default.EstimateResult);
            return Errors.ExitCodes.Success;
        }

        var text = _services.Terminal.Output;
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{SafeText.Line(bundle.Spec.Title)}: {bundle.Spec.Words:N0} words in {sections} sections from {words:N0} words of sources"));
        foreach (var stage in estimate.Stages.Where(stage => stage.Calls > 0))
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {stage.Stage,-12} {stage.Calls,6:N0} calls {stage.InputTokens,12:N0} tokens sent {stage.OutputTokens,10:N0} received"));
        }

        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"in all",-12} {estimate.Calls,6:N0} calls {estimate.InputTokens,12:N0} tokens sent {estimate.OutputTokens,10:N0} received"));
        text.WriteLine(cost is { } money
            ? string.Create(CultureInfo.InvariantCulture, $"about {money:0.00} in money")
            : "give --input-price and --output-price for the money");
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"about {Durations.Short(time)} with {agents} {(agents == 1 ? "agent" : "agents")}, at 45 tokens a second"));
        return Errors.ExitCodes.Success;
    }

    private decimal? Price(string variable) =>
        decimal.TryParse(_services.Environment(variable), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) ? price : null;
}
