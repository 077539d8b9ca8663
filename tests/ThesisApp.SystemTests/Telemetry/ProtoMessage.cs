using System.Buffers.Binary;
using System.Text;

namespace ThesisApp.SystemTests.Telemetry;

/// <summary>A protobuf message as it is on the wire: fields by number. All that is needed to read OTLP.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> _fields = [];

    private ProtoMessage()
    {
    }

    /// <summary>Reads a message.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static ProtoMessage Read(ReadOnlyMemory<byte> data)
    {
        ProtoMessage message = new();
        int at = 0;
        while (at < data.Length)
        {
            ulong key = ReadVarint(data.Span, ref at);
            int field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    message._fields.Add((field, ReadVarint(data.Span, ref at), default));
                    break;
                case 1:
                    message._fields.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(data.Span.Slice(at, 8)), default));
                    at += 8;
                    break;
                case 2:
                    int length = checked((int)ReadVarint(data.Span, ref at));
                    message._fields.Add((field, 0, data.Slice(at, length)));
                    at += length;
                    break;
                case 5:
                    message._fields.Add((field, BinaryPrimitives.ReadUInt32LittleEndian(data.Span.Slice(at, 4)), default));
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {key & 7} at byte {at}.");
            }
        }

        return message;
    }

    /// <summary>The messages of a repeated field.</summary>
    public IEnumerable<ProtoMessage> Messages(int field) => _fields.Where(entry => entry.Field == field).Select(entry => Read(entry.Bytes));

    /// <summary>The message of a field, or an empty one.</summary>
    public ProtoMessage Message(int field) => Messages(field).LastOrDefault() ?? new ProtoMessage();

    /// <summary>The text of a field, or an empty one.</summary>
    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).Span);

    /// <summary>The bytes of a field as lower-case hex digits.</summary>
    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field).Span);

    /// <summary>The number of a field, or 0.</summary>
    public ulong Number(int field) => _fields.LastOrDefault(entry => entry.Field == field).Number;

    /// <summary>OTLP's key-value pairs; values that are neither text nor whole numbers are empty.</summary>
    public Dictionary<string, string> Attributes(int field)
    {
        Dictionary<string, string> attributes = new(StringComparer.Ordinal);
        foreach (ProtoMessage pair in Messages(field))
        {
            ProtoMessage value = pair.Message(2);
            attributes[pair.Text(1)] = value._fields is [{ Field: 3, Number: var number }] ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : value.Text(1);
        }

        return attributes;
    }

    private ReadOnlyMemory<byte> Bytes(int field) => _fields.LastOrDefault(entry => entry.Field == field).Bytes;

    private static ulong ReadVarint(ReadOnlySpan<byte> data, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = data[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException($"A number of more than ten bytes before byte {at}.");
    }
}
