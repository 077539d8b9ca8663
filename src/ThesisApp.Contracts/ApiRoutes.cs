namespace ThesisApp.Contracts;

/// <summary>Routes of the orchestrator's REST API.</summary>
public static class ApiRoutes
{
    /// <summary>Collection of runs: POST submits (multipart), GET lists.</summary>
    public const string Runs = "/api/runs";

    /// <summary>Agents that have been seen lately.</summary>
    public const string Agents = "/api/agents";

    /// <summary>How much work there is for agents.</summary>
    public const string Demand = "/api/demand";

    /// <summary>Multipart field (one) that carries the spec's YAML.</summary>
    public const string SpecField = "spec";

    /// <summary>Multipart field (repeated, with file names relative to the spec) that carries a source.</summary>
    public const string SourcesField = "sources";

    /// <summary>Multipart field (repeated, with file names relative to the spec) that carries an image which a source shows.</summary>
    public const string ImagesField = "images";

    /// <summary>Multipart field (one, optional) that carries the BibTeX file.</summary>
    public const string BibliographyField = "bibliography";

    /// <summary>Multipart value (optional): the run's priority.</summary>
    public const string PriorityField = "priority";

    /// <summary>Multipart value (optional): the run's weight among runs of its priority.</summary>
    public const string WeightField = "weight";

    /// <summary>Multipart value (optional): most tasks at work at a time.</summary>
    public const string MaxAgentsField = "maxAgents";

    /// <summary>Multipart value (optional): <c>outline</c> lets the run wait until its outline is approved.</summary>
    public const string ApproveField = "approve";

    /// <summary>Multipart value (optional): <c>chapter</c> has each chapter written in a sandbox of its own.</summary>
    public const string PerField = "per";

    /// <summary>Header that makes a repeated submission return the run of the first one.</summary>
    public const string IdempotencyKeyHeader = "Idempotency-Key";

    /// <summary>One run.</summary>
    public static string Run(string runId) => $"{Runs}/{Uri.EscapeDataString(runId)}";

    /// <summary>The tasks of a run.</summary>
    public static string Tasks(string runId) => $"{Run(runId)}/tasks";

    /// <summary>The event stream of a run (server-sent events).</summary>
    public static string Events(string runId) => $"{Run(runId)}/events";

    /// <summary>An action on a run: <c>cancel</c>, <c>pause</c> or <c>resume</c>.</summary>
    public static string Action(string runId, string action) => $"{Run(runId)}/{action}";

    /// <summary>The outline of a run as YAML: GET shows it with its revision as ETag, PUT sends an edited one and lets the run go on with it.</summary>
    public static string Outline(string runId) => $"{Run(runId)}/outline";

    /// <summary>Approves the outline as it stands.</summary>
    public static string ApproveOutline(string runId) => $"{Outline(runId)}/approve";

    /// <summary>The sections of a run, as users may change them.</summary>
    public static string Sections(string runId) => $"{Run(runId)}/sections";

    /// <summary>A section's text as Markdown: GET shows it with its revision as ETag, PUT sends an edited one.</summary>
    public static string Section(string runId, string sectionId) => $"{Sections(runId)}/{string.Join('/', sectionId.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>An action on a section: <c>lock</c>, <c>unlock</c> or <c>comments</c>.</summary>
    public static string SectionAction(string runId, string sectionId, string action) => $"{Section(runId, sectionId)}/{action}";

    /// <summary>Retries a dead letter. Task ids contain slashes, so they are escaped.</summary>
    public static string RetryTask(string runId, string taskId) => $"{Tasks(runId)}/{Uri.EscapeDataString(taskId)}/retry";

    /// <summary>The documents of a run.</summary>
    public static string Documents(string runId) => $"{Run(runId)}/documents";

    /// <summary>One document by name (<c>thesis.md</c>, <c>chapters/ch1.md</c>, <c>report.json</c>) or format (<c>markdown</c>, <c>html</c>, <c>bibtex</c>, <c>report</c>, <c>zip</c>).</summary>
    public static string Document(string runId, string name) => $"{Documents(runId)}/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}";
}
