using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Agents;
using ThesisApp.Contracts.Documents;
using ThesisApp.Contracts.Runs;
using ThesisApp.Contracts.Sections;

namespace ThesisApp.Client;

/// <summary>Client of the orchestrator over HTTP.</summary>
/// <param name="http">A client whose base address is the orchestrator's.</param>
public sealed class ThesisClient(HttpClient http) : IThesisClient
{
    /// <inheritdoc />
    public async Task<RunInfo> SubmitAsync(RunSubmission submission, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(submission);
        using MultipartFormDataContent form = [];
        AddFile(form, submission.Spec, ApiRoutes.SpecField, "thesis.yaml", "application/yaml");
        foreach ((string name, ReadOnlyMemory<byte> content) in submission.Sources.OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            AddFile(form, content, ApiRoutes.SourcesField, name, "text/plain");
        }

        foreach ((string name, ReadOnlyMemory<byte> content) in submission.Images.OrderBy(image => image.Key, StringComparer.Ordinal))
        {
            AddFile(form, content, ApiRoutes.ImagesField, name, "application/octet-stream");
        }

        if (submission.Bibliography is { } bibliography)
        {
            AddFile(form, bibliography, ApiRoutes.BibliographyField, "references.bib", "application/x-bibtex");
        }

        AddNumber(form, submission.Share.Priority, ApiRoutes.PriorityField);
        AddNumber(form, submission.Share.Weight, ApiRoutes.WeightField);
        if (submission.Share.MaxAgents is { } maxAgents)
        {
            AddNumber(form, maxAgents, ApiRoutes.MaxAgentsField);
        }

        if (submission.ApproveOutline)
        {
            form.Add(new StringContent("outline"), ApiRoutes.ApproveField);
        }

        if (submission.PerChapter)
        {
            form.Add(new StringContent("chapter"), ApiRoutes.PerField);
        }

        using HttpRequestMessage request = new(HttpMethod.Post, ApiRoutes.Runs) { Content = form };
        if (submission.IdempotencyKey is { } key)
        {
            request.Headers.Add(ApiRoutes.IdempotencyKeyHeader, key);
        }

        return await SendAsync(request, ContractsJson.Default.RunInfo, cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<RunInfo>> ListRunsAsync(CancellationToken cancellationToken) =>
        GetAsync(ApiRoutes.Runs, ContractsJson.Default.IReadOnlyListRunInfo, cancellationToken);

    /// <inheritdoc />
    public async Task<RunInfo?> FindRunAsync(string runId, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(ApiRoutes.Run(runId), ContractsJson.Default.RunInfo, cancellationToken);
        }
        catch (ThesisApiException exception) when (exception.StatusCode == (int)HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<TaskInfo>> ListTasksAsync(string runId, CancellationToken cancellationToken) =>
        GetAsync(ApiRoutes.Tasks(runId), ContractsJson.Default.IReadOnlyListTaskInfo, cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<RunEvent> FollowEventsAsync(string runId, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EventFollower follower = new(http, runId, after);
        await foreach (RunEvent happened in follower.FollowAsync(cancellationToken))
        {
            yield return happened;
        }
    }

    /// <inheritdoc />
    public Task<RunInfo> CancelAsync(string runId, CancellationToken cancellationToken) => PostAsync(ApiRoutes.Action(runId, "cancel"), cancellationToken);

    /// <inheritdoc />
    public Task<RunInfo> PauseAsync(string runId, CancellationToken cancellationToken) => PostAsync(ApiRoutes.Action(runId, "pause"), cancellationToken);

    /// <inheritdoc />
    public Task<RunInfo> ResumeAsync(string runId, CancellationToken cancellationToken) => PostAsync(ApiRoutes.Action(runId, "resume"), cancellationToken);

    /// <inheritdoc />
    public Task<RevisedText> GetOutlineAsync(string runId, CancellationToken cancellationToken) => GetTextAsync(ApiRoutes.Outline(runId), cancellationToken);

    /// <inheritdoc />
    public async Task<RunInfo> ApproveOutlineAsync(string runId, string? revision, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, ApiRoutes.ApproveOutline(runId));
        AddRevision(request, revision ?? "*");
        return await SendAsync(request, ContractsJson.Default.RunInfo, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<RunInfo> EditOutlineAsync(string runId, RevisedText edited, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edited);
        using HttpRequestMessage request = new(HttpMethod.Put, ApiRoutes.Outline(runId)) { Content = new StringContent(edited.Text, Encoding.UTF8, "application/yaml") };
        AddRevision(request, edited.Revision);
        return await SendAsync(request, ContractsJson.Default.RunInfo, cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<SectionInfo>> ListSectionsAsync(string runId, CancellationToken cancellationToken) =>
        GetAsync(ApiRoutes.Sections(runId), ContractsJson.Default.IReadOnlyListSectionInfo, cancellationToken);

    /// <inheritdoc />
    public Task<RevisedText> GetSectionAsync(string runId, string sectionId, CancellationToken cancellationToken) => GetTextAsync(ApiRoutes.Section(runId, sectionId), cancellationToken);

    /// <inheritdoc />
    public async Task<SectionInfo> EditSectionAsync(string runId, string sectionId, RevisedText edited, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edited);
        using HttpRequestMessage request = new(HttpMethod.Put, ApiRoutes.Section(runId, sectionId)) { Content = new StringContent(edited.Text, Encoding.UTF8, "text/markdown") };
        AddRevision(request, edited.Revision);
        return await SendAsync(request, ContractsJson.Default.SectionInfo, cancellationToken);
    }

    /// <inheritdoc />
    public Task<SectionInfo> LockSectionAsync(string runId, string sectionId, CancellationToken cancellationToken) =>
        PostSectionAsync(runId, sectionId, "lock", null, cancellationToken);

    /// <inheritdoc />
    public Task<SectionInfo> UnlockSectionAsync(string runId, string sectionId, CancellationToken cancellationToken) =>
        PostSectionAsync(runId, sectionId, "unlock", null, cancellationToken);

    /// <inheritdoc />
    public Task<SectionInfo> CommentSectionAsync(string runId, string sectionId, string comment, CancellationToken cancellationToken) =>
        PostSectionAsync(runId, sectionId, "comments", new StringContent(comment, Encoding.UTF8, "text/plain"), cancellationToken);

    /// <inheritdoc />
    public Task<RunInfo> RetryTaskAsync(string runId, string taskId, CancellationToken cancellationToken) =>
        PostAsync(ApiRoutes.RetryTask(runId, taskId), cancellationToken);

    /// <inheritdoc />
    public async Task DeleteRunAsync(string runId, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await http.DeleteAsync(ApiRoutes.Run(runId), cancellationToken);
        await ProblemReader.ThrowIfProblemAsync(response, cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<DocumentInfo>> ListDocumentsAsync(string runId, CancellationToken cancellationToken) =>
        GetAsync(ApiRoutes.Documents(runId), ContractsJson.Default.IReadOnlyListDocumentInfo, cancellationToken);

    /// <inheritdoc />
    public async Task<byte[]> DownloadAsync(string runId, string documentName, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await http.GetAsync(ApiRoutes.Document(runId, documentName), cancellationToken);
        await ProblemReader.ThrowIfProblemAsync(response, cancellationToken);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<AgentInfo>> ListAgentsAsync(CancellationToken cancellationToken) =>
        GetAsync(ApiRoutes.Agents, ContractsJson.Default.IReadOnlyListAgentInfo, cancellationToken);

    private static void AddFile(MultipartFormDataContent form, ReadOnlyMemory<byte> content, string field, string fileName, string mediaType)
    {
        ReadOnlyMemoryContent part = new(content);
        part.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        form.Add(part, field, fileName);
    }

    private static void AddRevision(HttpRequestMessage request, string revision) =>
        request.Headers.IfMatch.Add(revision == "*" ? EntityTagHeaderValue.Any : new EntityTagHeaderValue($"\"{revision}\""));

    private static void AddNumber(MultipartFormDataContent form, int number, string field) =>
        form.Add(new StringContent(number.ToString(CultureInfo.InvariantCulture)), field);

    private async Task<RevisedText> GetTextAsync(string route, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await http.GetAsync(route, cancellationToken);
        await ProblemReader.ThrowIfProblemAsync(response, cancellationToken);
        return new RevisedText(await response.Content.ReadAsStringAsync(cancellationToken), response.Headers.ETag?.Tag.Trim('"') ?? "*");
    }

    private async Task<SectionInfo> PostSectionAsync(string runId, string sectionId, string action, HttpContent? content, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, ApiRoutes.SectionAction(runId, sectionId, action)) { Content = content };
        return await SendAsync(request, ContractsJson.Default.SectionInfo, cancellationToken);
    }

    private async Task<T> GetAsync<T>(string route, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, route);
        return await SendAsync(request, type, cancellationToken);
    }

    private async Task<RunInfo> PostAsync(string route, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, route);
        return await SendAsync(request, ContractsJson.Default.RunInfo, cancellationToken);
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
        await ProblemReader.ThrowIfProblemAsync(response, cancellationToken);
        return await response.Content.ReadFromJsonAsync(type, cancellationToken)
            ?? throw new ThesisApiException((int)response.StatusCode, "The service answered with nothing.", null);
    }
}
