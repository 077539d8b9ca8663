using System.Text;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Bibliographies;
using ThesisApp.Documents.Sources;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Whole;

/// <summary>What a small change of a source leaves alone: sections whose passages stay as they were are taken from the cache.</summary>
public sealed class AllotmentStabilityTests
{
    private const string Added = " A last sentence was added to this note later on.\n";

    [Fact]
    public async Task A_sentence_added_to_a_source_changes_what_few_sections_are_given()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string path = Path.Combine(AppContext.BaseDirectory, "Data", "git-storage");
        ThesisSpec spec = SpecReader.Read(await File.ReadAllTextAsync(Path.Combine(path, "thesis.yaml"), cancellation), "thesis.yaml").Spec!;
        Bibliography bibliography = BibTexReader.Read(await File.ReadAllBytesAsync(Path.Combine(path, "references.bib"), cancellation));
        Outline outline = OutlineBuilder.Build(spec);
        string[] files = [.. Directory.GetFiles(Path.Combine(path, "sources")).Order(StringComparer.Ordinal)];
        Dictionary<string, string> texts = [];
        foreach (string file in files)
        {
            texts[file] = await File.ReadAllTextAsync(file, cancellation);
        }

        string[] before = Given(null);
        int[] changed = [.. files.Select(file => Given(file).Zip(before).Count(pair => pair.First != pair.Second))];

        Assert.True(changed.Order().ElementAt(changed.Length / 2) <= 3 && changed.Max() < outline.Sections.Count() / 2, string.Join(" ", changed));

        string[] Given(string? edited)
        {
            List<SourceDocument> sources =
            [
                .. files.Select(file => SourceReader.Read(
                    Path.GetFileName(file),
                    Encoding.UTF8.GetBytes(file == edited ? texts[file].TrimEnd() + Added : texts[file]),
                    SourceMatcher.FindKey(Path.GetFileName(file), bibliography) ?? Path.GetFileNameWithoutExtension(file))),
            ];
            return [.. Writers.Allotter.Allot(spec, outline, sources, cancellation).Select(allotment => string.Join('\n', allotment.Passages.Select(passage => passage.Text)))];
        }
    }
}
