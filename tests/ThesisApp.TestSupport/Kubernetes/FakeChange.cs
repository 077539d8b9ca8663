namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>One change of one object.</summary>
/// <param name="Version">Its place in the order of all.</param>
/// <param name="Kind">Type of the object.</param>
/// <param name="What">ADDED, MODIFIED or DELETED.</param>
/// <param name="Json">The object after it, or, deleted, as it last was.</param>
/// <param name="Labels">The object's labels.</param>
internal sealed record FakeChange(long Version, Type Kind, string What, string Json, IDictionary<string, string> Labels);
