using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using k8s;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>Reads the API's objects and takes no field that the API does not know.</summary>
public static class StrictJson
{
    private static readonly JsonSerializerOptions Options = Make();

    /// <summary>Reads an object.</summary>
    /// <exception cref="FakeFaultException">It has a field too many, or a value of a wrong type.</exception>
    public static T Read<T>(string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw FakeFaultException.BadRequest("the request's body is empty");
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            throw FakeFaultException.BadRequest($"strict decoding error: {exception.Message}");
        }
    }

    /// <summary>RFC 7386.</summary>
    public static void Merge(JsonObject into, JsonObject patch)
    {
        foreach ((string name, JsonNode? value) in patch)
        {
            if (value is JsonObject deeper && into[name] is JsonObject there)
            {
                Merge(there, deeper);
            }
            else if (value is null)
            {
                into.Remove(name);
            }
            else
            {
                into[name] = value.DeepClone();
            }
        }
    }

    private static JsonSerializerOptions Make()
    {
        JsonSerializerOptions? theirs = null;
        KubernetesJson.AddJsonOptions(options => theirs = options);
        return new JsonSerializerOptions(theirs!) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
    }
}
