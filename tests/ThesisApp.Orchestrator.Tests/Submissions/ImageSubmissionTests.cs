using ThesisApp.Client;
using ThesisApp.Contracts.Runs;
using ThesisApp.Core.Sources.Images;

namespace ThesisApp.Orchestrator.Tests.Submissions;

/// <summary>Images that come with sources: checked here as well, whatever the client has checked.</summary>
public sealed class ImageSubmissionTests(OrchestratorHost host) : ApiTest(host)
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Images_are_inputs_of_the_run_and_part_of_what_a_key_stands_for()
    {
        RunInfo first = await Client.SubmitAsync(With("notes/images/a b.png", Png, "figure"), Cancellation);

        Assert.Equal(first.Id, (await Client.SubmitAsync(With("notes/images/a b.png", Png, "figure"), Cancellation)).Id);
        ThesisApiException refused = await Assert.ThrowsAsync<ThesisApiException>(() => Client.SubmitAsync(With("notes/images/a b.png", [.. Png, 0], "figure"), Cancellation));
        Assert.Equal(409, refused.StatusCode);
    }

    [Theory]
    [InlineData("notes/../a.png", "does not stay inside")]
    [InlineData("/etc/a.png", "does not stay inside")]
    [InlineData("elsewhere/a.png", "does not stand below")]
    [InlineData("notesimages/a.png", "does not stand below")]
    public async Task Image_that_stands_elsewhere_is_refused(string path, string reason) => await RefusedAsync(With(path, Png), path, reason);

    [Fact]
    public async Task Image_that_is_none_or_too_large_is_refused()
    {
        await RefusedAsync(With("notes/a.png", "<svg onload='alert(1)'/>"u8.ToArray()), "notes/a.png", "SVG");
        await RefusedAsync(With("notes/a.png", Png[..50]), "notes/a.png", "not all of one");
        await RefusedAsync(With("notes/a.png", [.. Png, .. new byte[ImageRules.MaxBytes]]), "notes/a.png", "2 MB");
    }

    [Fact]
    public async Task Too_many_images_are_refused() => await RefusedAsync(
        Samples.Submission() with { Images = Enumerable.Range(0, ImageRules.MaxCount + 1).ToDictionary(i => $"notes/{i}.png", _ => (ReadOnlyMemory<byte>)Png) }, "images", "There are 201 images");

    private static RunSubmission With(string path, byte[] content, string? key = null) =>
        Samples.Submission(key: key) with { Images = new Dictionary<string, ReadOnlyMemory<byte>> { [path] = content } };

    private async Task RefusedAsync(RunSubmission submission, string file, string reason)
    {
        ThesisApiException refused = await Assert.ThrowsAsync<ThesisApiException>(() => Client.SubmitAsync(submission, Cancellation));

        Assert.Equal(400, refused.StatusCode);
        ApiError error = Assert.Single(refused.Errors);
        Assert.Equal(file, error.File);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
