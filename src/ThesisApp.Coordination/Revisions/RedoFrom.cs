namespace ThesisApp.Coordination.Revisions;

/// <summary>From where on a section is done again, with everything that depends on it.</summary>
public enum RedoFrom
{
    /// <summary>Nothing is.</summary>
    Nothing,

    /// <summary>From its review: the text is there.</summary>
    Review,

    /// <summary>From its draft.</summary>
    Draft,
}
