using System.Globalization;
using System.Text.Json;
using ThesisApp.TestSupport.Processes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.TestSupport.Models;

/// <summary>The simulated model as a process of its own.</summary>
public sealed class SimulatedModel : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly ProgramProcess _process;
    private readonly HttpClient _http;

    private SimulatedModel(string url, string[] arguments)
    {
        Url = url;
        _process = ProgramProcess.Start(BuiltPrograms.ModelSimulator, ["--urls", url, .. arguments], new Dictionary<string, string>());
        _http = new HttpClient { BaseAddress = new Uri(url) };
    }

    /// <summary>Where it answers.</summary>
    public string Url { get; }

    /// <summary>The connection string that leads to it.</summary>
    public string ConnectionString => $"Endpoint={Url}/v1;Key=x;Model=sim";

    /// <summary>The connection string of its embeddings.</summary>
    public string EmbeddingsConnectionString => $"Endpoint={Url}/v1;Key=x;Model=sim-embed";

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<SimulatedModel> StartAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        SimulatedModel model = new($"http://127.0.0.1:{FreePort.Take()}", arguments);
        try
        {
            await Eventually.GetAsync<object>(
                async token =>
                {
                    if (model._process.HasExited)
                    {
                        throw new InvalidOperationException($"The simulated model ended:\n{model._process.Text}");
                    }

                    try
                    {
                        return await model.ReadAccountAsync(token);
                    }
                    catch (HttpRequestException)
                    {
                        return null;
                    }
                },
                () => $"the simulated model; it wrote:\n{model._process.Text}",
                cancellationToken);
            return model;
        }
        catch
        {
            await model.DisposeAsync();
            throw;
        }
    }

    /// <summary>What it has served.</summary>
    public async Task<ServedAccount> ReadAccountAsync(CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<ServedAccount>(await _http.GetStringAsync("/simulator/served", cancellationToken), Web)!;

    /// <summary>Lets it hold whatever comes after so many full answers.</summary>
    public async Task HoldAfterAsync(int answers, CancellationToken cancellationToken) =>
        (await _http.PostAsync($"/simulator/hold?after={answers}", null, cancellationToken)).EnsureSuccessStatusCode();

    /// <summary>Lets it answer again.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken) =>
        (await _http.PostAsync("/simulator/release", null, cancellationToken)).EnsureSuccessStatusCode();

    /// <summary>By how much it compresses time from now on.</summary>
    public async Task CompressAsync(double times, CancellationToken cancellationToken) =>
        (await _http.PostAsync(string.Create(CultureInfo.InvariantCulture, $"/simulator/pace?compress={times}"), null, cancellationToken)).EnsureSuccessStatusCode();

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
    }
}
