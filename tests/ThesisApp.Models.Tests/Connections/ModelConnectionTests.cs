using ThesisApp.Core.Connections;

namespace ThesisApp.Models.Tests.Connections;

public sealed class ModelConnectionTests
{
    private const string Secret = "sk-very-secret";

    [Theory]
    [InlineData("Endpoint=https://api.openai.com/v1;Key=k;Model=m", ModelProviders.OpenAi)]
    [InlineData("Key=k;Model=m", ModelProviders.OpenAi)]
    [InlineData("Endpoint=https://x.openai.azure.com/openai/v1;Key=k;Model=m", ModelProviders.Azure)]
    [InlineData("Endpoint=https://api.anthropic.com;Key=k;Model=m", ModelProviders.Anthropic)]
    [InlineData("Endpoint=http://localhost:11434;Model=m;Provider=ollama", ModelProviders.Ollama)]
    [InlineData("endpoint=http://localhost:8000/v1 ; key=none ; model=m ; provider=OpenAI", ModelProviders.OpenAi)]
    public void The_provider_is_told_or_follows_from_the_address(string text, string provider) => Assert.Equal(provider, ModelConnection.Parse("chat", text).Provider);

    [Theory]
    [InlineData("", "no model")]
    [InlineData("Endpoint=https://a/v1;Key=sk-very-secret", "no model")]
    [InlineData("Endpoint=https://a/v1;Model=m", "no key")]
    [InlineData("Endpoint=not an address;Key=sk-very-secret;Model=m", "not an address")]
    [InlineData("Endpoint=https://u:sk-very-secret@a/v1;Key=k;Model=m", "no password")]
    [InlineData("Endpoint=https://a/v1;sk-very-secret;Model=m", "no '='")]
    [InlineData("Endpoint=https://a/v1;Key=sk-very-secret;Model=m;Deploy=x", "not known")]
    [InlineData("Endpoint=https://a/v1;Key=sk-very-secret;Model=m;Model=n", "twice")]
    [InlineData("Endpoint=https://a/v1;Key=sk-very-secret;Model=m;Provider=who", "no provider 'who'")]
    [InlineData("Key=sk-very-secret;Model=m;Provider=azure", "no endpoint")]
    [InlineData("Endpoint=https://a/v1;Key=sk-very-secret;Model=m;Socket=gate/m0", "no full path")]
    public void A_wrong_one_is_refused_with_a_reason_and_without_the_key(string text, string reason)
    {
        ModelConnectionException exception = Assert.Throws<ModelConnectionException>(() => ModelConnection.Parse("chat", text));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_socket_behind_which_the_endpoint_is_stays_with_another_model_of_it()
    {
        ModelConnection connection = ModelConnection.Parse("chat", "Endpoint=https://a/v1;Key=k;Model=m;Socket=/run/gate/m0");

        Assert.Equal(("/run/gate/m0", "/run/gate/m0"), (connection.Socket, connection.With("n").Socket));
        Assert.Null(ModelConnection.Parse("chat", "Endpoint=https://a/v1;Key=k;Model=m").Socket);
    }

    [Fact]
    public void What_is_printed_of_it_has_no_key() =>
        Assert.DoesNotContain(Secret, ModelConnection.Parse("chat", $"Endpoint=https://a/v1?k={Secret};Key={Secret};Model=m").ToString(), StringComparison.Ordinal);
}
