using System.Text;
using ThesisApp.Client;

namespace ThesisApp.Orchestrator.Tests;

/// <summary>Submissions to start from.</summary>
internal static class Samples
{
    public const string Spec = """
        title: Leases
        topic: Leases in distributed systems
        researchQuestions:
          - Why are leases fenced?
        words: 1000
        sources: [notes/*.md]
        bibliography: references.bib
        """;

    public static RunSubmission Submission(string spec = Spec, string? key = null, params string[] sources) => new(
        Bytes(spec),
        (sources.Length == 0 ? ["notes/one.md", "notes/two.md"] : sources).ToDictionary(path => path, path => Bytes($"# Note\n\nA lease is a right that ends by itself, says {path}.\n")),
        Bytes("@book{one, title = {One}, author = {Lamport, Leslie}, year = {1978}}"),
        key);

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
