using System.Text.Json;
using System.Text.Json.Serialization;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks;
using ThesisApp.Core.Consistency;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Revisions;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Core;

/// <summary>The stored form of what tasks hand to each other: camelCase, enums as strings, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ThesisSpec))]
[JsonSerializable(typeof(Outline))]
[JsonSerializable(typeof(TaskDefinition))]
[JsonSerializable(typeof(IReadOnlyList<TaskDefinition>))]
[JsonSerializable(typeof(OutlineChapter))]
[JsonSerializable(typeof(OutlineSection))]
[JsonSerializable(typeof(OutlineArtifact))]
[JsonSerializable(typeof(SourceDocument))]
[JsonSerializable(typeof(SourceEmbeddings))]
[JsonSerializable(typeof(IReadOnlyList<Passage>))]
[JsonSerializable(typeof(IReadOnlyList<Artifact>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Bibliography))]
[JsonSerializable(typeof(SectionAllotment))]
[JsonSerializable(typeof(SectionDraft))]
[JsonSerializable(typeof(SectionReview))]
[JsonSerializable(typeof(SectionVerdict))]
[JsonSerializable(typeof(Artifact))]
[JsonSerializable(typeof(ChapterFrame))]
[JsonSerializable(typeof(FrontMatter))]
[JsonSerializable(typeof(Manuscript))]
[JsonSerializable(typeof(DocumentReport))]
[JsonSerializable(typeof(IReadOnlyList<ReportCheck>))]
[JsonSerializable(typeof(SourceHeadings))]
[JsonSerializable(typeof(IReadOnlyList<SourceHeadings>))]
[JsonSerializable(typeof(ConsistencyReport))]
[JsonSerializable(typeof(Maker))]
[JsonSerializable(typeof(SectionResearch))]
[JsonSerializable(typeof(IReadOnlyList<SharedAbbreviation>))]
[JsonSerializable(typeof(UserSection))]
[JsonSerializable(typeof(IReadOnlyList<SectionComment>))]
[JsonSerializable(typeof(IReadOnlyList<CommentOutcome>))]
[JsonSerializable(typeof(IReadOnlyList<SourceDocument>))]
public sealed partial class CoreJson : JsonSerializerContext;
