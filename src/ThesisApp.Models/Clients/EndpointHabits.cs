using Microsoft.Extensions.AI;
using ThesisApp.Models.Calls;

namespace ThesisApp.Models.Clients;

/// <summary>
/// What an endpoint has said that it does not take: models that reason refuse a temperature, smaller servers a schema for the answer. It is left out from then on: prompts say in words what form an answer has, and who asks reads it strictly.
/// </summary>
internal sealed class EndpointHabits
{
    private static readonly string[] NamesOfForm = ["response_format", "json_schema", "output_config", "output_format", "structured output", "'format'", "\"format\""];

    private volatile bool _withoutTemperature;
    private volatile bool _withoutForm;

    /// <summary>The options without what the endpoint does not take.</summary>
    public ChatOptions Apply(ChatOptions asked)
    {
        ChatOptions taken = asked.Clone();
        if (_withoutTemperature)
        {
            taken.Temperature = null;
        }

        if (_withoutForm)
        {
            taken.ResponseFormat = null;
        }

        return taken;
    }

    /// <summary>Learns from a refusal.</summary>
    /// <param name="failure">How the call failed.</param>
    /// <param name="sent">What was sent with it.</param>
    /// <returns>What is left out from now on, or null: the refusal was about something else.</returns>
    public string? Learn(ModelCallException failure, ChatOptions sent)
    {
        if (failure.Kind != ModelFailureKind.Rejected)
        {
            return null;
        }

        if (sent.Temperature is not null && Names(failure, "temperature"))
        {
            _withoutTemperature = true;
            return "a temperature";
        }

        if (sent.ResponseFormat is not null && NamesOfForm.Any(name => Names(failure, name)))
        {
            _withoutForm = true;
            return "a schema";
        }

        return null;
    }

    private static bool Names(ModelCallException failure, string parameter) => failure.Message.Contains(parameter, StringComparison.OrdinalIgnoreCase);
}
