using System.Text.Json;
using System.Text.Json.Serialization;
using ThesisApp.Contracts.Agents;
using ThesisApp.Coordination.Cache;
using ThesisApp.Coordination.Events;
using ThesisApp.Coordination.Runs;

namespace ThesisApp.Coordination;

/// <summary>The stored form of records that scripts and clients share, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(TaskRecord))]
[JsonSerializable(typeof(EventRecord))]
[JsonSerializable(typeof(AgentInfo))]
[JsonSerializable(typeof(CachedResult))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class CoordinationJson : JsonSerializerContext;
