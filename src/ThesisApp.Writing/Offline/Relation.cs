namespace ThesisApp.Writing.Offline;

/// <summary>How a paragraph stands to the one before it.</summary>
internal enum Relation
{
    /// <summary>It is the first, or of another work and another matter.</summary>
    New,

    /// <summary>Of another work and a like matter.</summary>
    Near,

    /// <summary>Of the same work, under another heading.</summary>
    SameWork,
}
