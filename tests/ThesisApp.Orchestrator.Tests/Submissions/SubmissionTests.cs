using System.Net;
using System.Net.Http.Headers;
using ThesisApp.Client;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Orchestrator.Tests.Submissions;

public sealed class SubmissionTests(OrchestratorHost host) : ApiTest(host)
{
    [Fact]
    public async Task Submission_creates_a_task_for_each_source_and_the_plan()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);

        IReadOnlyList<TaskInfo> tasks = await Client.ListTasksAsync(run.Id, Cancellation);
        Assert.Equal(["ingest:notes/one.md", "ingest:notes/two.md", "plan"], tasks.Select(task => task.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Submission_answers_created_with_the_location_of_the_run()
    {
        using MultipartFormDataContent form = Form(("spec", "thesis.yaml", Samples.Spec.Replace("bibliography: references.bib", string.Empty, StringComparison.Ordinal)), ("sources", "notes/a.md", "# A\n\nText."));

        using HttpResponseMessage response = await Http.PostAsync(ApiRoutes.Runs, form, Cancellation);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using HttpResponseMessage found = await Http.GetAsync(response.Headers.Location, Cancellation);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
    }

    [Fact]
    public async Task Submission_may_say_which_share_of_the_agents_the_run_gets()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission() with { Share = new RunShare(-3, 20, 7) }, Cancellation);

        Assert.Equal(new RunShare(-3, 20, 7), run.Share);
    }

    [Theory]
    [InlineData("priority", "much")]
    [InlineData("priority", "101")]
    [InlineData("weight", "0")]
    [InlineData("maxAgents", "-1")]
    public async Task Share_out_of_its_bounds_is_refused(string field, string value)
    {
        using MultipartFormDataContent form = Form(("spec", "thesis.yaml", Samples.Spec.Replace("bibliography: references.bib", string.Empty, StringComparison.Ordinal)), ("sources", "notes/a.md", "# A\n\nText."));
        form.Add(new StringContent(value), field);

        using HttpResponseMessage response = await Http.PostAsync(ApiRoutes.Runs, form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Run_carries_the_trace_of_its_request()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);

        Assert.Matches("^[0-9a-f]{32}$", run.TraceId);
    }

    [Fact]
    public async Task Repeated_submission_with_the_same_key_returns_the_first_run()
    {
        RunInfo first = await Client.SubmitAsync(Samples.Submission(key: "same"), Cancellation);

        RunInfo second = await Client.SubmitAsync(Samples.Submission(key: "same"), Cancellation);

        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task Key_that_was_used_for_other_inputs_is_refused()
    {
        await Client.SubmitAsync(Samples.Submission(key: "other"), Cancellation);

        ThesisApiException refused = await Assert.ThrowsAsync<ThesisApiException>(() =>
            Client.SubmitAsync(Samples.Submission(key: "other", sources: "notes/three.md"), Cancellation));

        Assert.Equal(409, refused.StatusCode);
    }

    [Fact]
    public async Task Every_mistake_of_the_specification_is_named_with_its_line()
    {
        ThesisApiException refused = await RefusedAsync("""
            title: Leases
            topik: Leases
            researchQuestions: [Why?]
            words: many
            sources: [notes/*.md]
            """);

        Assert.Equal([1, 2, 4], refused.Errors.Select(error => error.Line).Order());
        Assert.All(refused.Errors, error => Assert.NotEmpty(error.Remedy));
    }

    [Fact]
    public async Task Source_that_the_specification_does_not_name_is_refused()
    {
        ThesisApiException refused = await Assert.ThrowsAsync<ThesisApiException>(() =>
            Client.SubmitAsync(Samples.Submission(sources: ["notes/one.md", "elsewhere/two.md"]), Cancellation));

        Assert.Equal("elsewhere/two.md", Assert.Single(refused.Errors).File);
    }

    [Fact]
    public async Task Entry_for_which_no_source_was_sent_is_refused_with_its_line()
    {
        ThesisApiException refused = await RefusedAsync(Samples.Spec.Replace("[notes/*.md]", "[notes/*.md, more/*.md]", StringComparison.Ordinal));

        Assert.Equal(6, Assert.Single(refused.Errors).Line);
    }

    [Theory]
    [InlineData("../notes/one.md")]
    [InlineData("/etc/passwd.md")]
    [InlineData("notes/../../one.md")]
    public async Task Source_whose_path_leaves_the_folder_is_refused(string path)
    {
        using MultipartFormDataContent form = Form(("spec", "thesis.yaml", Samples.Spec), ("sources", path, "text"));

        using HttpResponseMessage response = await Http.PostAsync(ApiRoutes.Runs, form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("does not stay inside", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   \n", "white space")]
    [InlineData("a\0b", "not text")]
    public async Task Source_without_text_is_refused(string content, string reason)
    {
        using MultipartFormDataContent form = Form(("spec", "thesis.yaml", Samples.Spec), ("sources", "notes/one.md", content));

        using HttpResponseMessage response = await Http.PostAsync(ApiRoutes.Runs, form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(reason, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_without_a_specification_is_refused()
    {
        using MultipartFormDataContent form = Form(("sources", "notes/one.md", "text"));

        using HttpResponseMessage response = await Http.PostAsync(ApiRoutes.Runs, form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task Body_that_is_no_form_is_refused_with_what_to_send(string? mediaType)
    {
        using ByteArrayContent body = new("{}"u8.ToArray());
        body.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);

        using HttpResponseMessage response = await Http.PostAsync(ApiRoutes.Runs, body, Cancellation);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        string problem = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.All(["multipart/form-data", "spec", "sources", "bibliography"], word => Assert.Contains(word, problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refused_submission_leaves_no_run_behind()
    {
        int before = (await Client.ListRunsAsync(Cancellation)).Count;

        await RefusedAsync("title: [");

        Assert.Equal(before, (await Client.ListRunsAsync(Cancellation)).Count);
    }

    private static MultipartFormDataContent Form(params (string Field, string FileName, string Content)[] files)
    {
        MultipartFormDataContent form = [];
        foreach ((string field, string fileName, string content) in files)
        {
            form.Add(new ReadOnlyMemoryContent(Samples.Bytes(content)), field, fileName);
        }

        return form;
    }

    private Task<ThesisApiException> RefusedAsync(string spec) =>
        Assert.ThrowsAsync<ThesisApiException>(() => Client.SubmitAsync(Samples.Submission(spec), Cancellation));

    [Theory]
    [InlineData("section", "There are no sandboxes per 'section'.")]
    [InlineData("chapter", "This orchestrator starts no sandboxes")]
    public async Task A_sandbox_for_each_chapter_can_be_had_only_where_sandboxes_are_started(string per, string told)
    {
        using MultipartFormDataContent form = [];
        form.Add(new ReadOnlyMemoryContent(Samples.Bytes(Samples.Spec)), ApiRoutes.SpecField, "thesis.yaml");
        form.Add(new StringContent(per), ApiRoutes.PerField);

        using HttpResponseMessage response = await Http.PostAsync(ApiRoutes.Runs, form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(told, System.Text.RegularExpressions.Regex.Unescape(await response.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
    }
}
