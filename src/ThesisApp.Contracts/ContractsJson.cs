using System.Text.Json;
using System.Text.Json.Serialization;
using ThesisApp.Contracts.Agents;
using ThesisApp.Contracts.Documents;
using ThesisApp.Contracts.Reports;
using ThesisApp.Contracts.Runs;
using ThesisApp.Contracts.Sections;

namespace ThesisApp.Contracts;

/// <summary>The wire form of the contracts: camelCase, enums as strings, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, WriteIndented = false)]
[JsonSerializable(typeof(RunInfo))]
[JsonSerializable(typeof(IReadOnlyList<RunInfo>))]
[JsonSerializable(typeof(IReadOnlyList<TaskInfo>))]
[JsonSerializable(typeof(IReadOnlyList<AgentInfo>))]
[JsonSerializable(typeof(DemandInfo))]
[JsonSerializable(typeof(IReadOnlyList<DocumentInfo>))]
[JsonSerializable(typeof(SectionInfo))]
[JsonSerializable(typeof(IReadOnlyList<SectionInfo>))]
[JsonSerializable(typeof(RunEvent))]
[JsonSerializable(typeof(RunReport))]
public sealed partial class ContractsJson : JsonSerializerContext;
