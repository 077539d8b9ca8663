namespace ThesisApp.Core.Consistency;

/// <summary>Something that does not agree.</summary>
/// <param name="Kind">One of <see cref="ConsistencyKinds"/>.</param>
/// <param name="Message">What, in a sentence.</param>
/// <param name="Places">Where; each quotation stands in the text of its section.</param>
public sealed record ConsistencyFinding(string Kind, string Message, IReadOnlyList<ConsistencyPlace> Places);
