namespace ThesisApp.Coordination.Revisions;

/// <summary>From where on a section is done again, with everything that depends on it.</summary>
public enum RedoFrom
{
    /// <summary>Nothing is.</summary>
    Nothing,

    /// <summary>From its revision: the draft and what its review has found are there. From its review where that is the last of a section's tasks.</summary>
    Revision,

    /// <summary>From its review: the text is there.</summary>
    Review,

    /// <summary>From its draft.</summary>
    Draft,
}
