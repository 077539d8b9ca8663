using System.Text.Json;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Reports;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Generating;

/// <summary>A picture beside a source, from the user's folder to the finished documents.</summary>
public sealed class FigureTests : IDisposable
{
    private const string Spec = """
        title: Canals
        topic: Inland waterways
        researchQuestions: [How did traffic on the canal change?]
        words: 500
        sources: [sources/*.md]
        chapters:
          - id: traffic
            title: Traffic
            sections:
              - { id: locks, title: Locks and Traffic, role: literature, brief: How locks shaped the traffic on the canal., words: 500 }
        """;

    private const string Source = """
        # Locks of the Northern Canal

        ## Traffic through the locks

        The canal carried grain and gravel along its whole length in every season of the year. Each lock let two boats pass in a quarter of an hour, and a keeper counted them in a book.
        Traffic through the locks doubled between 1802 and 1815, because the tolls on coal were lowered twice. The company built a second chamber beside the first one where boats had waited longest.
        Boats that carried coal paid a lower toll than those that carried lime, which kept the traffic on the canal even in dry years. The books of the keepers show that most boats passed before noon.
        In winter the ice closed the upper locks for some weeks, and the traffic went by road until the canal was open again.

        ![Boats at the second chamber](images/chamber.png)

        ![A secret](../secret.png)

        ![A pixel](http://example.org/pixel.png)
        """;

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Limits.Test)]
    public async Task A_picture_of_a_source_is_a_figure_of_the_thesis_and_what_stands_elsewhere_is_left_out_and_told_of()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string spec = _folder.Write("thesis.yaml", Spec);
        _folder.Write("sources/locks.md", Source);
        _folder.Write("sources/images/chamber.png", string.Empty);
        await File.WriteAllBytesAsync(_folder.File("sources/images/chamber.png"), Png, cancellation);
        await File.WriteAllBytesAsync(_folder.File("secret.png"), Png, cancellation);
        string output = _folder.File("out");
        await using ProgramProcess command = ProgramProcess.Start(
            BuiltPrograms.Cli, ["generate", spec, "--output", output, "--agents", "2"], new SystemSettings().ToEnvironment(Guid.NewGuid().ToString("N")));

        int exitCode = await command.WaitForExitAsync(cancellation);

        Assert.True(exitCode == 0, command.Text);
        Assert.Equal(["figure-1.png"], Directory.GetFiles(Path.Combine(output, "figures")).Select(Path.GetFileName));
        Assert.Equal(Png, await File.ReadAllBytesAsync(Path.Combine(output, "figures", "figure-1.png"), cancellation));
        string markdown = await File.ReadAllTextAsync(Path.Combine(output, "thesis.md"), cancellation);
        Assert.Matches(@"An illustration is given in Figure 1\.\n\n!\[Figure 1: Boats at the second chamber \[[^\n]+\]\(#ref-[^\n]+\]\(figures/figure-1\.png\)\n", markdown);
        Assert.Contains("(../figures/figure-1.png)", await File.ReadAllTextAsync(Path.Combine(output, "chapters", "ch1.md"), cancellation), StringComparison.Ordinal);
        Assert.Contains($"<img src=\"data:image/png;base64,{Convert.ToBase64String(Png)}\"", await File.ReadAllTextAsync(Path.Combine(output, "thesis.html"), cancellation), StringComparison.Ordinal);

        RunReport report = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(Path.Combine(output, "report.json"), cancellation), ContractsJson.Default.RunReport)!;
        Assert.All([.. report.Warnings.Where(warning => warning.Contains("image", StringComparison.Ordinal))], warning => Assert.Matches("secret.png.*stay in the source's folder|pixel.png.*nothing is fetched", warning));
        Assert.Equal(2, report.Warnings.Count(warning => warning.Contains("image", StringComparison.Ordinal)));
        Assert.DoesNotContain(report.Checks, check => check.Message.Contains("igure", StringComparison.Ordinal));
        Assert.Contains("nothing is fetched", command.Text, StringComparison.Ordinal);
    }
}
