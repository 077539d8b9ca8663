using System.Text.Json;
using System.Text.Json.Serialization;
using ThesisApp.Cli.Commands;
using ThesisApp.Cli.Commands.Check;
using ThesisApp.Cli.Commands.Doctor;
using ThesisApp.Cli.Commands.Estimate;
using ThesisApp.Cli.Commands.Export;
using ThesisApp.Cli.Commands.Generate;
using ThesisApp.Cli.Commands.Init;
using ThesisApp.Cli.Commands.Status;
using ThesisApp.Cli.Commands.Validate;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Hosting;
using ThesisApp.Contracts.Agents;
using ThesisApp.Contracts.Runs;
using ThesisApp.Contracts.Sections;

namespace ThesisApp.Cli.Json;

/// <summary>What the command prints with <c>--json</c> and keeps in its state files: camelCase, enums as strings.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(DoctorResult))]
[JsonSerializable(typeof(InitResult))]
[JsonSerializable(typeof(ValidateResult))]
[JsonSerializable(typeof(CheckResult))]
[JsonSerializable(typeof(EstimateResult))]
[JsonSerializable(typeof(GenerateResult))]
[JsonSerializable(typeof(ExportResult))]
[JsonSerializable(typeof(StatusResult))]
[JsonSerializable(typeof(RevisedTextResult))]
[JsonSerializable(typeof(SectionInfo))]
[JsonSerializable(typeof(IReadOnlyList<SectionInfo>))]
[JsonSerializable(typeof(ResumeState))]
[JsonSerializable(typeof(HostState))]
[JsonSerializable(typeof(RunInfo))]
[JsonSerializable(typeof(IReadOnlyList<RunInfo>))]
[JsonSerializable(typeof(IReadOnlyList<AgentInfo>))]
internal sealed partial class CliJson : JsonSerializerContext;
