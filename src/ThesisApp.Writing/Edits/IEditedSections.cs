namespace ThesisApp.Writing.Edits;

/// <summary>Takes a section that a person has written: nothing of it is changed or left out, and what does not hold is marked.</summary>
public interface IEditedSections
{
    /// <summary>Name and version, part of the key under which results are cached.</summary>
    string Version { get; }

    /// <summary>Reads a text, and holds it against all sources as any draft is.</summary>
    ReviewedSection Read(EditRequest request);
}
