using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ThesisApp.Contracts;
using ThesisApp.Core.Connections;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>How agents in sandboxes get to their models.</summary>
/// <param name="Connections">The connection strings that they are told, by name.</param>
/// <param name="Gates">The gates that lead to the endpoints; none if agents go to them by themselves.</param>
internal sealed record ModelRoutes(IReadOnlyDictionary<string, string> Connections, IReadOnlyList<GateTarget> Gates)
{
    private const string StagesKey = "Models:Stages";

    /// <summary>The connection string for all stages, that of embeddings, and those that single stages name (<c>Models:Stages:STAGE:Connection</c>).</summary>
    /// <param name="configuration">Where they are.</param>
    /// <param name="gateFolder">Where the gates are to be; null for none.</param>
    /// <exception cref="ModelConnectionException">One of them is wrong, so that nobody knows where it leads.</exception>
    public static ModelRoutes Of(IConfiguration configuration, string? gateFolder)
    {
        Dictionary<string, string> connections = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<(string Host, int Port), GateTarget> gates = [];
        foreach (string name in configuration.GetSection(StagesKey).GetChildren().Select(stage => stage["Connection"]).OfType<string>().Prepend(ResourceNames.Embeddings).Prepend(ResourceNames.Chat).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (configuration.GetConnectionString(name) is not { Length: > 0 } text)
            {
                continue;
            }

            connections[name] = text;
            if (gateFolder is not null && ModelConnection.Parse(name, text) is { Socket: null, Endpoint: var endpoint })
            {
                (string Host, int Port) address = (endpoint.IdnHost, endpoint.Port);
                if (!gates.TryGetValue(address, out GateTarget? gate))
                {
                    // Named after where it leads: agents of the orchestrator before go on by the name that they were told. Short, since the path of a socket may have 107 bytes.
                    gate = new GateTarget(Path.Combine(gateFolder, NameOf(address.Host, address.Port)), address.Host, address.Port);
                    gates.Add(address, gate);
                }

                connections[name] = $"{text.TrimEnd().TrimEnd(';')};Socket={gate.Path}";
            }
        }

        return new ModelRoutes(connections, [.. gates.Values]);
    }

    /// <summary>Name of the gate to an endpoint.</summary>
    internal static string NameOf(string host, int port) =>
        "m" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{host}:{port}"))))[..6];
}
