using ThesisApp.Benchmarks.Contenders;
using ThesisApp.Benchmarks.Options;

namespace ThesisApp.Benchmarks.Tests.Contenders;

public sealed class PeerFolderTests : IDisposable
{
    private readonly string _source = Directory.CreateTempSubdirectory("thesis-benchmark-tests-").FullName;
    private string? _copy;

    public void Dispose()
    {
        Directory.Delete(_source, recursive: true);
        if (_copy is not null)
        {
            Directory.Delete(_copy, recursive: true);
        }
    }

    [Fact]
    public void Copy_TakesTheFilesAndLeavesWhatWasBuilt()
    {
        Write("queue/peer.js", Guid.NewGuid().ToString());
        Write("queue/node_modules/x/index.js", "built");

        _copy = PeerFolder.Copy(_source);

        Assert.Equal(["queue/peer.js"], Directory.EnumerateFiles(_copy, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_copy, file)));
    }

    [Fact]
    public void Copy_OfTheSameContents_IsTheSameFolder()
    {
        Write("queue/peer.js", Guid.NewGuid().ToString());
        _copy = PeerFolder.Copy(_source);
        Write("queue/bin/peer", "built");

        string again = PeerFolder.Copy(_source);

        Assert.Equal(_copy, again);
    }

    [Fact]
    public void Copy_OfNoFolder_IsRefused() => Assert.Throws<UsageException>(() => PeerFolder.Copy(Path.Combine(_source, "nowhere")));

    private void Write(string name, string text)
    {
        string file = Path.Combine(_source, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
