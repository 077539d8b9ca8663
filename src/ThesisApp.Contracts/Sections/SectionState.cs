using System.Text.Json.Serialization;

namespace ThesisApp.Contracts.Sections;

/// <summary>Who has written a section.</summary>
public enum SectionState
{
    /// <summary>Nobody yet.</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>Agents have.</summary>
    [JsonStringEnumMemberName("written")] Written,

    /// <summary>Agents have, and a user has locked it.</summary>
    [JsonStringEnumMemberName("locked")] Locked,

    /// <summary>A user has.</summary>
    [JsonStringEnumMemberName("edited")] Edited,
}
