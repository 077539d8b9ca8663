using System.Text;

namespace ThesisApp.SystemTests.Agents;

/// <summary>Cuts the connection when the agent reads what its task is made from, the first times that it does.</summary>
/// <param name="redis">Connection string of the Redis.</param>
/// <param name="times">How often.</param>
internal sealed class CuttingRelay(string redis, int times) : Relay(redis)
{
    private static readonly byte[] Reading = Encoding.ASCII.GetBytes(":inputs");

    // A script names all keys of the run, a reading command this one alone.
    private static readonly byte[] Script = Encoding.ASCII.GetBytes(":leases");

    private int _cuts;

    /// <summary>How often it was cut so far.</summary>
    public int Cuts => _cuts;

    protected override ValueTask<bool> PassAsync(ReadOnlyMemory<byte> sent, CancellationToken cancellationToken)
    {
        bool cut = sent.Span.IndexOf(Reading) >= 0 && sent.Span.IndexOf(Script) < 0 && _cuts < times;
        _cuts += Convert.ToInt32(cut);
        return ValueTask.FromResult(!cut);
    }
}
