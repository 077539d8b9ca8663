using System.Text.Json.Nodes;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>An answer of an API server that is none of the good ones.</summary>
public sealed class FakeFaultException(int code, string reason, string message) : Exception(message)
{
    /// <summary>The protocol's code.</summary>
    public int Code { get; } = code;

    /// <summary>The answer's body, a Status: the client's own type for it can only be read.</summary>
    public JsonObject Status => new() { ["apiVersion"] = "v1", ["kind"] = "Status", ["metadata"] = new JsonObject(), ["status"] = "Failure", ["code"] = Code, ["reason"] = reason, ["message"] = Message };

    internal static FakeFaultException BadRequest(string message) => new(400, "BadRequest", message);

    internal static FakeFaultException Forbidden(string message) => new(403, "Forbidden", message);

    internal static FakeFaultException NotFound(string resource, string name) => new(404, "NotFound", $"{resource} \"{name}\" not found");

    internal static FakeFaultException Conflict(string resource, string name, string what) => new(409, what, $"{resource} \"{name}\" {(what == "AlreadyExists" ? "already exists" : "has been modified")}");

    internal static FakeFaultException Gone(long version, long oldest) => new(410, "Expired", $"too old resource version: {version} ({oldest})");

    internal static FakeFaultException Invalid(string what, IEnumerable<string> faults) => new(422, "Invalid", $"{what} is invalid: {string.Join("; ", faults)}");
}
