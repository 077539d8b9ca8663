using ThesisApp.SystemTests.Support;

namespace ThesisApp.SystemTests.Faults;

/// <summary>Faults on the embedded Redis: it dies with its host and comes back from its append-only file.</summary>
public sealed class EmbeddedRedisFaultTests(UndisturbedThesis undisturbed) : FaultTests(undisturbed, redis: null);
