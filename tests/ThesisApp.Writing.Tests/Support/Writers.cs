using ThesisApp.Writing.Allotment;
using ThesisApp.Writing.Offline;

namespace ThesisApp.Writing.Tests.Support;

/// <summary>The parts of the offline writer as agents have them.</summary>
internal static class Writers
{
    public static IWriter Offline { get; } = new OfflineWriter();

    public static IPassageAllotter Allotter { get; } = new PassageAllotter();
}
