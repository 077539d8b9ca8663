namespace ThesisApp.Chaos.Faults;

/// <summary>Makes the plan: the same seed and duration give the same one.</summary>
internal static class FaultPlan
{
    // How often each kind comes among a hundred, and how long it lasts (seconds, least and most).
    private static readonly (FaultKind Kind, int Weight, double Least, double Most)[] Kinds =
    [
        (FaultKind.AgentKilled, 20, 0, 0),
        (FaultKind.AgentStalled, 14, ChaosTopology.LeaseSeconds + 0.5, ChaosTopology.LeaseSeconds + 3),
        (FaultKind.AgentOutOfMemory, 6, 4, 8),
        (FaultKind.AgentDiskFull, 4, 3, 8),
        (FaultKind.OrchestratorKilled, 6, 0, 0),
        (FaultKind.OrchestratorStalled, 6, 0.5, 6),
        (FaultKind.RedisKilled, 6, 0, 0),
        (FaultKind.RedisTerminated, 5, 0, 0),
        (FaultKind.RedisPowerCut, 5, 0.5, 3),
        (FaultKind.RedisDiskFull, 4, 1, 3),
        (FaultKind.RedisMemoryFull, 4, 1, 3),
        (FaultKind.RedisSlow, 5, 1, 3),
        (FaultKind.RedisPaused, 4, 1, 3),
        (FaultKind.ConnectionsCut, 14, 0, 0),
    ];

    public static IReadOnlyList<Fault> Make(int seed, TimeSpan duration)
    {
        Random random = new(seed);
        List<Fault> plan = [];
        TimeSpan at = TimeSpan.FromSeconds(1);
        while (at < duration)
        {
            (FaultKind kind, _, double least, double most) = Choose(random);
            int targets = kind switch
            {
                FaultKind.OrchestratorKilled or FaultKind.OrchestratorStalled => ChaosTopology.OrchestratorCount,
                _ => ChaosTopology.AgentCount,
            };
            plan.Add(new Fault(plan.Count + 1, at, kind, random.Next(1, targets + 1), TimeSpan.FromSeconds(least + (random.NextDouble() * (most - least)))));
            at += TimeSpan.FromSeconds(0.4 + (random.NextDouble() * 1.2));
        }

        return plan;
    }

    private static (FaultKind Kind, int Weight, double Least, double Most) Choose(Random random)
    {
        int left = random.Next(Kinds.Sum(kind => kind.Weight));
        return Kinds.First(kind => (left -= kind.Weight) < 0);
    }
}
