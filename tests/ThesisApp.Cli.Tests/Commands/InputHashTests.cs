using System.Text;
using ThesisApp.Cli.Commands.Generate;
using ThesisApp.Cli.Specs;
using ThesisApp.Core.Specification;

namespace ThesisApp.Cli.Tests.Commands;

public sealed class InputHashTests
{
    [Fact]
    public void The_same_inputs_have_the_same_hash() =>
        Assert.Equal(Hash("spec", null, ("a", "A"), ("b", "B")), Hash("spec", null, ("b", "B"), ("a", "A")));

    [Fact]
    public void Every_part_of_the_inputs_counts()
    {
        string[] hashes =
        [
            Hash("spec", null, ("a", "A")),
            Hash("spec2", null, ("a", "A")),
            Hash("spec", "bib", ("a", "A")),
            Hash("spec", null, ("b", "A")),
            Hash("spec", null, ("a", "B")),
            Hash("spec", null, ("a", "A"), ("b", "B")),
            Hash("spec", null, ("aA", "")),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Images_count_by_name_and_content_and_are_no_sources()
    {
        string[] hashes = [Hash("spec", null, ("a", "A")), With("a.png", "A"), With("b.png", "A"), With("a.png", "B"), Hash("spec", null, ("a", "A"), ("a.png", "A"))];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());

        static string With(string name, string content) => InputHash.Of(Bundle("spec", null, ("a", "A")) with { Images = new Dictionary<string, ReadOnlyMemory<byte>> { [name] = Encoding.UTF8.GetBytes(content) } });
    }

    private static string Hash(string spec, string? bibliography, params (string Name, string Content)[] sources) => InputHash.Of(Bundle(spec, bibliography, sources));

    private static SpecBundle Bundle(string spec, string? bibliography, params (string Name, string Content)[] sources) => new(
        new ThesisSpec { Title = "T", Topic = "T" },
        Encoding.UTF8.GetBytes(spec),
        sources.ToDictionary(source => source.Name, source => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(source.Content)),
        bibliography is null ? null : Encoding.UTF8.GetBytes(bibliography));
}
