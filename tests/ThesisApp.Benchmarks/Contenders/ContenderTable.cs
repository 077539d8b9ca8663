using ThesisApp.Benchmarks.Options;

namespace ThesisApp.Benchmarks.Contenders;

/// <summary>Who can be measured, and who is.</summary>
internal static class ContenderTable
{
    private static readonly string[] Usual = [BoardContender.OurName, BullContender.PeerName, StreamsContender.OneRoundTrip, StreamsContender.Plain];

    private static readonly (string Name, Func<string, Contender> Create)[] Peers =
    [
        (BullContender.PeerName, peers => new BullContender(peers)),
        (StreamsContender.OneRoundTrip, peers => new StreamsContender(StreamsContender.OneRoundTrip, peers, oneRoundTrip: true)),
        (StreamsContender.Plain, peers => new StreamsContender(StreamsContender.Plain, peers, oneRoundTrip: false)),
        ("celery", peers => new CeleryContender("celery", "prefork", peers)),
        ("celery-solo", peers => new CeleryContender("celery-solo", "solo", peers)),
        ("celery-threads", peers => new CeleryContender("celery-threads", "threads", peers)),
        ("rq", peers => new RqContender("rq", "fork", peers)),
        ("rq-simple", peers => new RqContender("rq-simple", "simple", peers)),
        ("hangfire", peers => new HangfireContender(peers)),
    ];

    /// <summary>Makes ready who was asked for, ours first; says who is left out, and why.</summary>
    /// <exception cref="UsageException">Somebody was asked for who is not known, or there are no peers.</exception>
    public static async Task<IReadOnlyList<Contender>> PrepareAsync(BenchmarkOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        List<Contender> contenders = [];
        foreach (Contender contender in Choose(options))
        {
            try
            {
                await output.WriteLineAsync($"  {contender.Name}: {await contender.PrepareAsync(cancellationToken)}");
                contenders.Add(contender);
            }
            catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                await output.WriteLineAsync($"  {contender.Name}: left out. {exception.Message}");
            }
        }

        return contenders;
    }

    private static IEnumerable<Contender> Choose(BenchmarkOptions options)
    {
        if (options.Peers is null)
        {
            return [new BoardContender()];
        }

        string[] known = [BoardContender.OurName, .. Peers.Select(peer => peer.Name)];
        string[] wanted = options.Only is null ? Usual : options.Only is ["all"] ? known : [.. options.Only];
        if (wanted.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new UsageException($"There is no contender '{unknown}'; there are {string.Join(", ", known)}, and all.");
        }

        string folder = PeerFolder.Copy(options.Peers);
        return [new BoardContender(), .. Peers.Where(peer => wanted.Contains(peer.Name)).Select(peer => peer.Create(folder))];
    }
}
