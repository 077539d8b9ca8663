using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.AI;
using ThesisApp.Core.Planning;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Tests.Support;
using ThesisApp.Sandboxes.Gates;
using ThesisApp.TestSupport.Models;

namespace ThesisApp.Models.Tests.Calls;

/// <summary>An endpoint behind a gate, as agents without a network have it. Its name is one that nobody could look up.</summary>
public sealed class SocketTests : IDisposable
{
    private const string Prompt = "Task: frame\nTitle: Deltas\nWords: 60";

    private readonly string _folder = Directory.CreateTempSubdirectory("thesis-gate-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Endpoint=http://model.invalid/v1;Key=x;Model=sim")]
    [InlineData("Endpoint=http://model.invalid/openai/v1;Key=x;Model=sim;Provider=azure")]
    [InlineData("Endpoint=http://model.invalid;Key=x;Model=sim;Provider=anthropic")]
    [InlineData("Endpoint=http://model.invalid;Model=sim;Provider=ollama")]
    public async Task Every_provider_is_reached_through_it(string connection)
    {
        await using SimulatedModel model = await SimulatedModel.StartAsync(Cancellation);
        await using SocketGate gate = SocketGate.Open(Path.Combine(_folder, "m0"), "127.0.0.1", new Uri(model.Url).Port);
        using TestModels models = new($"{connection};Socket={gate.Path}", ("Models:MaxAttempts", "1"));

        ChatResponse response = await models.Stages.For(ModelStages.Frame).GetResponseAsync(Prompt, null, Cancellation);

        Assert.Contains("Deltas", response.Text, StringComparison.Ordinal);
        Assert.Single((await model.ReadAccountAsync(Cancellation)).Requests);
    }

    [Fact]
    public async Task Where_no_gate_is_open_the_endpoint_is_not_reached_by_its_address_instead()
    {
        await using SimulatedModel model = await SimulatedModel.StartAsync(Cancellation);
        using TestModels models = new($"{model.ConnectionString};Socket={Path.Combine(_folder, "none")}", ("Models:MaxAttempts", "1"));

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => models.Stages.For(ModelStages.Frame).GetResponseAsync(Prompt, null, Cancellation));

        Assert.Equal(ModelFailureKind.Unreachable, exception.Kind);
        Assert.Empty((await model.ReadAccountAsync(Cancellation)).Requests);
    }

    [Fact]
    public async Task What_is_encrypted_is_so_from_the_agent_to_the_endpoint_whose_own_certificate_is_asked_for()
    {
        using TcpListener endpoint = new(IPAddress.Loopback, 0);
        endpoint.Start();
        await using SocketGate gate = SocketGate.Open(Path.Combine(_folder, "m0"), "127.0.0.1", ((IPEndPoint)endpoint.LocalEndpoint).Port);
        using TestModels models = new($"Endpoint=https://model.example/v1;Key=x;Model=sim;Socket={gate.Path}", ("Models:MaxAttempts", "1"));
        string? asked = null;
        Task serving = ServeAsync(endpoint, name => asked = name);

        // Nobody vouches for the certificate, so not a word is said.
        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => models.Stages.For(ModelStages.Frame).GetResponseAsync(Prompt, null, Cancellation));

        await serving;
        Assert.Equal((ModelFailureKind.Unreachable, "model.example"), (exception.Kind, asked));
    }

    private static async Task ServeAsync(TcpListener endpoint, Action<string?> asked)
    {
        using RSA key = RSA.Create(2_048);
        CertificateRequest request = new("CN=model.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.Parse("2020-01-01", CultureInfo.InvariantCulture), DateTimeOffset.Parse("2040-01-01", CultureInfo.InvariantCulture));
        using TcpClient client = await endpoint.AcceptTcpClientAsync(Cancellation);
        await using SslStream stream = new(client.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificateSelectionCallback = (_, name) =>
                    {
                        asked(name);
                        return certificate;
                    },
                },
                Cancellation);
            Assert.Equal(0, await stream.ReadAsync(new byte[1], Cancellation));
        }
        catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client has hung up.
        }
    }
}
