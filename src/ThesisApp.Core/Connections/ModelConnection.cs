namespace ThesisApp.Core.Connections;

/// <summary>Where a chat model is and how to reach it: <c>Endpoint=...;Key=...;Model=...[;Provider=...][;Socket=...]</c>.</summary>
public sealed class ModelConnection
{
    private const string Form = "It reads Endpoint=https://...;Key=...;Model=...[;Provider=openai|azure|anthropic|ollama].";

    private ModelConnection(string name, string provider, Uri endpoint, string? key, string model, string? socket)
    {
        Name = name;
        Provider = provider;
        Endpoint = endpoint;
        Key = key;
        Model = model;
        Socket = socket;
    }

    /// <summary>The connection string's name, for messages.</summary>
    public string Name { get; }

    /// <summary>One of <see cref="ModelProviders"/>.</summary>
    public string Provider { get; }

    /// <summary>The address.</summary>
    public Uri Endpoint { get; }

    /// <summary>The key, or null where the endpoint wants none. Never printed.</summary>
    public string? Key { get; }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The socket in the file system behind which the endpoint is, or null to go to its address: a sandbox without a network has it (<c>Sandboxes/Gates</c>). Whatever is encrypted on the way to the endpoint is so through the socket.</summary>
    public string? Socket { get; }

    /// <summary>The same endpoint with another model.</summary>
    public ModelConnection With(string model) => new(Name, Provider, Endpoint, Key, model, Socket);

    /// <summary>Provider, address and model: no key.</summary>
    public override string ToString() => $"{Model} at {Endpoint.GetLeftPart(UriPartial.Path)} ({Provider})";

    /// <summary>Reads a connection string.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="text">The connection string.</param>
    /// <exception cref="ModelConnectionException">It is not right; the message never quotes its values but the endpoint's and the provider's.</exception>
    public static ModelConnection Parse(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Dictionary<string, string> parts = new(StringComparer.OrdinalIgnoreCase);
        foreach (string part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);

            // What has no sign of equality may be a part of the key.
            string field = equals > 0 ? part[..equals].TrimEnd() : throw Wrong(name, $"One of its parts has no '='. {Form}");
            if (!IsKnown(field) || !parts.TryAdd(field, part[(equals + 1)..].TrimStart()))
            {
                throw Wrong(name, $"It has a part that is not known, or one that is there twice. {Form}");
            }
        }

        string? endpointText = Value("Endpoint");
        string provider = Value("Provider")?.ToLowerInvariant() ?? ProviderOf(endpointText);
        if (!ModelProviders.All.Contains(provider, StringComparer.Ordinal))
        {
            throw Wrong(name, $"There is no provider '{provider}'; there are {string.Join(", ", ModelProviders.All)}.");
        }

        Uri endpoint = EndpointOf(name, endpointText, provider);
        string model = Value("Model") ?? Value("Deployment") ?? throw Wrong(name, $"It names no model. {Form}");
        string? key = Value("Key") ?? Value("ApiKey");
        return key is null && provider != ModelProviders.Ollama
            ? throw Wrong(name, $"It has no key. Write Key=none where the endpoint wants none. {Form}")
            : new ModelConnection(name, provider, endpoint, key, model, SocketOf(name, Value("Socket")));

        string? Value(string field) => parts.TryGetValue(field, out string? value) && value.Length > 0 ? value : null;
    }

    private static bool IsKnown(string field) => field.ToUpperInvariant() is "ENDPOINT" or "KEY" or "APIKEY" or "MODEL" or "DEPLOYMENT" or "PROVIDER" or "SOCKET";

    private static string ProviderOf(string? endpoint) => endpoint switch
    {
        not null when endpoint.Contains(".openai.azure.com", StringComparison.OrdinalIgnoreCase) => ModelProviders.Azure,
        not null when endpoint.Contains("anthropic.com", StringComparison.OrdinalIgnoreCase) => ModelProviders.Anthropic,
        _ => ModelProviders.OpenAi,
    };

    private static string? SocketOf(string name, string? path) =>
        path is null || Path.IsPathFullyQualified(path) ? path : throw Wrong(name, "Its socket has no full path.");

    private static Uri EndpointOf(string name, string? text, string provider)
    {
        string? address = text ?? provider switch
        {
            ModelProviders.OpenAi => "https://api.openai.com/v1",
            ModelProviders.Anthropic => "https://api.anthropic.com",
            ModelProviders.Ollama => "http://localhost:11434",
            _ => null,
        };
        if (address is null)
        {
            throw Wrong(name, $"It has no endpoint. {Form}");
        }

        // An address may carry a password.
        return Uri.TryCreate(address, UriKind.Absolute, out Uri? endpoint) && endpoint.Scheme is "http" or "https" && endpoint.UserInfo.Length == 0
            ? endpoint
            : throw Wrong(name, "Its endpoint is not an address that begins with http:// or https:// and holds no password.");
    }

    private static ModelConnectionException Wrong(string name, string what) => new($"The connection string '{name}' is wrong. {what}");
}
