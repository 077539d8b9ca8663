using System.Text;
using ThesisApp.Client;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Chaos.Runs;

/// <summary>A thesis that is submitted again and again, and its documents as an undisturbed run made them.</summary>
internal sealed class Thesis(string name, ReadOnlyMemory<byte> spec, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sources, ReadOnlyMemory<byte> bibliography)
{
    private IReadOnlyDictionary<string, byte[]> _documents = new Dictionary<string, byte[]>();

    public string Name => name;

    /// <summary>The sample, and a shorter one of the same sources: they share no document.</summary>
    public static async Task<IReadOnlyList<Thesis>> ReadAsync(CancellationToken cancellationToken)
    {
        string spec = await File.ReadAllTextAsync(Path.Combine(BuiltPrograms.Sample, "thesis.yaml"), cancellationToken);
        byte[] bibliography = await File.ReadAllBytesAsync(Path.Combine(BuiltPrograms.Sample, "references.bib"), cancellationToken);
        Dictionary<string, ReadOnlyMemory<byte>> sources = await RunsOf.ReadSampleSourcesAsync(cancellationToken);
        string shorter = spec.Replace("words: 9000", "words: 4000", StringComparison.Ordinal).Replace("title: How", "title: In Short, How", StringComparison.Ordinal);
        return
        [
            new Thesis("sample", Encoding.UTF8.GetBytes(spec), sources, bibliography),
            new Thesis("shorter", Encoding.UTF8.GetBytes(shorter), sources, bibliography),
        ];
    }

    /// <summary>What is sent for a run.</summary>
    public RunSubmission Submission(string key) => new(spec, sources, bibliography, key);

    /// <summary>Keeps the documents of the undisturbed run.</summary>
    public void Take(IReadOnlyDictionary<string, byte[]> documents) => _documents = documents;

    /// <summary>The first document that is not what it must be, or null.</summary>
    public string? FindDifference(IReadOnlyDictionary<string, byte[]> documents) =>
        _documents.Keys.Union(documents.Keys).Order(StringComparer.Ordinal)
            .FirstOrDefault(document => !_documents.TryGetValue(document, out byte[]? wanted) || !documents.TryGetValue(document, out byte[]? found) || !wanted.AsSpan().SequenceEqual(found));

    /// <summary>Number of documents that are compared.</summary>
    public int DocumentCount => _documents.Count;
}
