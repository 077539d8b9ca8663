using System.Text.Json;
using System.Text.Json.Serialization;

namespace ThesisApp.LocalHosting.State;

/// <summary>The state file's form.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(HostStatus))]
public sealed partial class StateJson : JsonSerializerContext;
