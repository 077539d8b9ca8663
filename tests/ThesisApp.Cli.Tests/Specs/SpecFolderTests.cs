using System.Text;
using ThesisApp.Cli.Specs;
using ThesisApp.Cli.Tests.Support;
using ThesisApp.Core.Specification;

namespace ThesisApp.Cli.Tests.Specs;

public sealed class SpecFolderTests : IDisposable
{
    // The line of the first entry of sources in SpecFiles.WithSources.
    private const int FirstSourceLine = 7;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_valid_specification_comes_with_its_sources_and_bibliography()
    {
        _folder.Write("sources/a.md", "A");
        _folder.Write("refs.bib", "@article{a}");
        var spec = _folder.Write("thesis.yaml", SpecFiles.WithSources("sources/*.md") + "bibliography: refs.bib\n");

        var bundle = new SpecFolder(spec).Load().OrThrow();

        Assert.Equal("How Storage Evolved", bundle.Spec.Title);
        Assert.Equal("A", Encoding.UTF8.GetString(bundle.Sources["sources/a.md"].Span));
        Assert.Equal("@article{a}", Encoding.UTF8.GetString(bundle.Bibliography!.Value.Span));
    }

    [Theory]
    [InlineData("title: {a\nb: [", 1)]
    [InlineData("title: [unclosed", 1)]
    [InlineData("{", 20_000)]
    [InlineData("a: [", 20_000)]
    [InlineData("", 1)]
    public void Brackets_that_are_never_closed_are_a_mistake_and_no_crash(string text, int times)
    {
        var spec = _folder.Write("thesis.yaml", string.Concat(Enumerable.Repeat(text, times)));

        Assert.NotEmpty(new SpecFolder(spec).Load().Diagnostics);
    }

    [Fact]
    public void Sources_are_in_ordinal_order_and_each_is_there_once()
    {
        foreach (var name in new[] { "sources/b.md", "sources/B.md", "sources/a/deep/c.md", "sources/é.md" })
        {
            _folder.Write(name);
        }

        var bundle = Load("sources/**/*.md", "./sources/b.md", "sources/*.md").OrThrow();

        Assert.Equal(["sources/B.md", "sources/a/deep/c.md", "sources/b.md", "sources/é.md"], bundle.Sources.Keys);
    }

    [Fact]
    public void Hidden_folders_and_output_folders_of_earlier_runs_hold_no_sources()
    {
        _folder.Write("a.md");
        _folder.Write(".git/x.md");
        _folder.Write("out/thesis.md");
        _folder.Write("out/.thesis/generate.json");

        var bundle = Load("**/*.md").OrThrow();

        Assert.Equal(["a.md"], bundle.Sources.Keys);
    }

    [Fact]
    public void A_link_to_a_folder_above_does_not_make_the_search_endless()
    {
        _folder.Write("sources/a.md");
        Directory.CreateSymbolicLink(_folder.File("sources/loop"), _folder.Path);

        var bundle = Load("**/*.md").OrThrow();

        Assert.Equal(["sources/a.md"], bundle.Sources.Keys);
    }

    [Fact]
    public void A_missing_specification_is_named()
    {
        var diagnostic = Assert.Single(new SpecFolder(_folder.File("none.yaml")).Load().Diagnostics);

        Assert.Equal(_folder.File("none.yaml"), diagnostic.File);
        Assert.Contains("no such file", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_stands_for_the_thesis_yaml_in_it()
    {
        SpecFiles.WriteValid(_folder);

        Assert.NotNull(new SpecFolder(_folder.Path).Load().Bundle);
    }

    [Fact]
    public void A_missing_source_is_reported_at_its_line()
    {
        _folder.Write("a.md");

        AssertMistake(Load("a.md", "b.md"), FirstSourceLine + 1, "b.md", "no such file");
    }

    [Fact]
    public void A_pattern_without_a_match_is_reported_at_its_line() =>
        AssertMistake(Load("sources/*.md"), FirstSourceLine, "sources/*.md", "No file matches");

    [Fact]
    public void An_empty_source_is_reported()
    {
        _folder.Write("a.md", "");

        AssertMistake(Load("*.md"), FirstSourceLine, "a.md", "empty");
    }

    [Fact]
    public void A_binary_source_is_reported()
    {
        _folder.Write("a.md", [1, 0, 2, 0]);

        AssertMistake(Load("a.md"), FirstSourceLine, "a.md", "not text");
    }

    [Fact]
    public void A_source_of_200_MB_is_refused_without_being_read()
    {
        using (var file = File.Create(_folder.File("a.md")))
        {
            file.SetLength(200L * 1024 * 1024);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();

        var loaded = Load("a.md");

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
        AssertMistake(loaded, FirstSourceLine, "a.md", "200 MB");
    }

    [Theory]
    [InlineData("../secret.md")]
    [InlineData("/etc/passwd")]
    [InlineData("sources/../../secret.md")]
    [InlineData("../*.md")]
    public void A_path_that_leaves_the_folder_is_reported_once_at_its_line(string path)
    {
        _folder.Write("a.md");

        AssertMistake(Load("a.md", path), FirstSourceLine + 1, path, "inside");
    }

    [Fact]
    public void A_link_to_a_file_outside_is_reported()
    {
        using var outside = new TempFolder();
        File.CreateSymbolicLink(_folder.File("a.md"), outside.Write("secret.md"));

        AssertMistake(Load("a.md"), FirstSourceLine, "a.md", "symbolic link");
    }

    [Fact]
    public void A_link_to_a_file_outside_that_a_pattern_matches_is_reported()
    {
        using var outside = new TempFolder();
        File.CreateSymbolicLink(_folder.File("a.md"), outside.Write("secret.md"));

        AssertMistake(Load("*.md"), FirstSourceLine, "a.md", "symbolic link");
    }

    [Theory]
    [InlineData("notes/secret.md")]
    [InlineData("notes/*.md")]
    public void A_path_through_a_linked_folder_outside_is_reported(string path)
    {
        using var outside = new TempFolder();
        outside.Write("secret.md");
        Directory.CreateSymbolicLink(_folder.File("notes"), outside.Path);

        AssertMistake(Load(path), FirstSourceLine, path, "symbolic link");
    }

    [Fact]
    public void Links_that_stay_inside_are_followed()
    {
        _folder.Write("real/a.md", "A");
        Directory.CreateSymbolicLink(_folder.File("notes"), _folder.File("real"));

        var bundle = Load("notes/*.md").OrThrow();

        Assert.Equal(["notes/a.md"], bundle.Sources.Keys);
    }

    [Fact]
    public void A_specification_reached_through_a_link_finds_its_own_folder()
    {
        SpecFiles.WriteValid(_folder);
        using var elsewhere = new TempFolder();
        Directory.CreateSymbolicLink(elsewhere.File("link"), _folder.Path);

        Assert.NotNull(new SpecFolder(elsewhere.File("link/thesis.yaml")).Load().Bundle);
    }

    [Fact]
    public void Links_that_lead_nowhere_but_round_are_reported_as_unreadable()
    {
        File.CreateSymbolicLink(_folder.File("a.md"), "b.md");
        File.CreateSymbolicLink(_folder.File("b.md"), "a.md");

        AssertMistake(Load("a.md"), FirstSourceLine, "a.md", "can't be read");
    }

    [Fact]
    public void A_folder_among_the_sources_is_reported()
    {
        _folder.Write("sources/a.md");

        AssertMistake(Load("sources"), FirstSourceLine, "sources", "folder");
    }

    [Fact]
    public void A_missing_bibliography_is_reported_at_its_line()
    {
        _folder.Write("a.md");
        var spec = _folder.Write("thesis.yaml", SpecFiles.WithSources("a.md") + "bibliography: refs.bib\n");

        AssertMistake(new SpecFolder(spec).Load(), FirstSourceLine + 1, "refs.bib", "no such file");
    }

    [Fact]
    public void Mistakes_in_the_specification_and_in_files_are_reported_together()
    {
        _folder.Write("empty.md", "");
        var spec = _folder.Write("thesis.yaml", SpecFiles.WithSources("empty.md", "missing.md") + "colour: red\nbibliography: none.bib\n");

        var diagnostics = new SpecFolder(spec).Load().Diagnostics;

        Assert.Equal([FirstSourceLine, FirstSourceLine + 1, FirstSourceLine + 2, FirstSourceLine + 3], diagnostics.Select(diagnostic => diagnostic.Line));
    }

    [Fact]
    public void Malformed_yaml_is_reported_with_its_line()
    {
        var spec = _folder.Write("thesis.yaml", "title: A\ntopic: [unclosed\n");

        var diagnostics = new SpecFolder(spec).Load().Diagnostics;

        Assert.Contains(diagnostics, diagnostic => diagnostic.Line is 2 or 3);
    }

    [Fact]
    public void A_specification_that_is_not_text_is_reported()
    {
        var spec = _folder.Write("thesis.yaml", [0xFF, 0xD8, 0xFF, 0xE0]);

        Assert.Contains("not UTF-8", Assert.Single(new SpecFolder(spec).Load().Diagnostics).Message, StringComparison.Ordinal);
    }

    private SpecLoadResult Load(params string[] patterns) => new SpecFolder(_folder.Write("thesis.yaml", SpecFiles.WithSources(patterns))).Load();

    private void AssertMistake(SpecLoadResult loaded, int line, params string[] words)
    {
        SpecDiagnostic diagnostic = Assert.Single(loaded.Diagnostics);
        Assert.Null(loaded.Bundle);
        Assert.Equal(_folder.File("thesis.yaml"), diagnostic.File);
        Assert.Equal(line, diagnostic.Line);
        Assert.All(words, word => Assert.Contains(word, diagnostic.Message, StringComparison.Ordinal));
        Assert.NotEmpty(diagnostic.Remedy);
    }
}
