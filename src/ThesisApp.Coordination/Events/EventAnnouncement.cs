using System.Globalization;
using System.Text;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Coordination.Events;

/// <summary>New events as <c>notify</c> in prelude.lua publishes them: the sequence number of the last one, then the events themselves, one a line.</summary>
/// <param name="Last">Sequence number of the last event; 0 where nothing is known.</param>
/// <param name="Lines">The events.</param>
internal sealed record EventAnnouncement(long Last, IReadOnlyList<string> Lines)
{
    /// <summary>An announcement that says nothing: whoever has it must look.</summary>
    public static readonly EventAnnouncement None = new(0, []);

    public static EventAnnouncement Read(RedisValue message)
    {
        string[] lines = message.ToString().Split('\n');
        return long.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out long last) && last >= lines.Length - 1
            ? new EventAnnouncement(last, lines[1..])
            : None;
    }

    /// <summary>True if the announcement leads to this sequence number and no further.</summary>
    public bool HoldsAll(long after) => Last > 0 && Last == after;

    /// <summary>The events behind a sequence number, none if all are known; null if some are missing in between and must be read from the log.</summary>
    public IReadOnlyList<RunEvent>? TryReadAfter(string runId, long after)
    {
        long first = Last - Lines.Count + 1;
        if (Last == 0 || first > after + 1)
        {
            return null;
        }

        RunEvent[] events = new RunEvent[Math.Max(0, Last - after)];
        for (int i = 0; i < events.Length; i++)
        {
            long sequence = after + i + 1;
            events[i] = EventReader.Read(runId, sequence, Encoding.UTF8.GetBytes(Lines[(int)(sequence - first)]));
        }

        return events;
    }
}
