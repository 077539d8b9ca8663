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

    private static string Hash(string spec, string? bibliography, params (string Name, string Content)[] sources) => InputHash.Of(new SpecBundle(
        new ThesisSpec { Title = "T", Topic = "T" },
        Encoding.UTF8.GetBytes(spec),
        sources.ToDictionary(source => source.Name, source => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(source.Content)),
        bibliography is null ? null : Encoding.UTF8.GetBytes(bibliography)));
}
