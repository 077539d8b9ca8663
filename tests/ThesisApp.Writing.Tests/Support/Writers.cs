using ThesisApp.Writing.Allotment;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Review;

namespace ThesisApp.Writing.Tests.Support;

/// <summary>The parts of the offline writer as agents have them.</summary>
internal static class Writers
{
    public static IWriter Offline { get; } = new OfflineWriter();

    public static ISectionReviewer Reviewer { get; } = new SectionReviewer();

    public static IPassageAllotter Allotter { get; } = new PassageAllotter();
}
