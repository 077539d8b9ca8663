using ThesisApp.ModelSimulator;
using ThesisApp.ModelSimulator.Embeddings;
using ThesisApp.ModelSimulator.Ledger;
using ThesisApp.ModelSimulator.Wire;

SimulatorOptions? options = SimulatorOptions.Read(args, Console.Error);
if (options is null)
{
    return 2;
}

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls(options.Urls);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(options);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<ServedRequests>();
builder.Services.AddSingleton<Gate>();
builder.Services.AddSingleton<Pace>();
builder.Services.AddSingleton<ModelServer>();
builder.Services.AddSingleton<EmbeddingServer>();

WebApplication app = builder.Build();
ModelServer server = app.Services.GetRequiredService<ModelServer>();
OpenAiWire openAi = new();
app.MapPost("/v1/chat/completions", context => server.ServeAsync(context, openAi, key: "Authorization"));
app.MapPost("/openai/v1/chat/completions", context => server.ServeAsync(context, openAi, key: "api-key"));
app.MapPost("/v1/messages", context => server.ServeAsync(context, new AnthropicWire(), key: "x-api-key"));
app.MapPost("/api/chat", context => server.ServeAsync(context, new OllamaWire(), key: null));
EmbeddingServer embeddings = app.Services.GetRequiredService<EmbeddingServer>();
OpenAiEmbeddingWire openAiEmbeddings = new();
app.MapPost("/v1/embeddings", context => embeddings.ServeAsync(context, openAiEmbeddings, key: "Authorization"));
app.MapPost("/openai/v1/embeddings", context => embeddings.ServeAsync(context, openAiEmbeddings, key: "api-key"));
app.MapPost("/api/embed", context => embeddings.ServeAsync(context, new OllamaEmbeddingWire(), key: null));
app.MapGet("/v1/models", () => Results.Text("""{"object":"list","data":[{"id":"sim","object":"model","created":0,"owned_by":"simulator"}]}""", "application/json"));
app.MapGet("/simulator/served", (ServedRequests served) => Results.Text(served.ToJson(), "application/json"));
app.MapPost("/simulator/hold", (Gate gate, int after) => gate.HoldAfter(after));
app.MapPost("/simulator/pace", (Pace pace, double compress) => pace.Compress = compress);
app.MapPost("/simulator/release", (Gate gate) => gate.Release());

await app.StartAsync();
Console.WriteLine($"The simulated model answers at {string.Join(", ", app.Urls)}");
await app.WaitForShutdownAsync();
return 0;
