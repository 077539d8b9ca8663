using System.Buffers.Binary;

namespace ThesisApp.Core.Sources.Images;

/// <summary>Tells pictures by what their bytes are, never by their names: kind, size, and whether they are whole. It decodes nothing.</summary>
public static class ImageReader
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The picture, or null where the bytes are no PNG, JPEG, GIF or WebP, or not all of one.</summary>
    public static ImageInfo? Read(ReadOnlySpan<byte> content) =>
        content.StartsWith(PngSignature) ? Of("image/png", Png(content))
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Of("image/jpeg", Jpeg(content))
        : content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8) ? Of("image/gif", Gif(content))
        : content.Length > 30 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? Of("image/webp", WebP(content))
        : null;

    private static ImageInfo? Of(string mediaType, (int Width, int Height) size) => size is { Width: > 0, Height: > 0 } ? new ImageInfo(mediaType, size.Width, size.Height) : null;

    // Chunk by chunk to the last one: what was cut off has none.
    private static (int Width, int Height) Png(ReadOnlySpan<byte> content)
    {
        (int, int) size = default;
        bool data = false;
        for (long at = PngSignature.Length; at + 12 <= content.Length;)
        {
            ReadOnlySpan<byte> chunk = content[(int)at..];
            uint length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            ReadOnlySpan<byte> type = chunk.Slice(4, 4);
            if (at + 12 + length > content.Length || (at == PngSignature.Length && !(type.SequenceEqual("IHDR"u8) && length == 13)))
            {
                return default;
            }

            if (type.SequenceEqual("IEND"u8))
            {
                return data ? size : default;
            }

            size = type.SequenceEqual("IHDR"u8) ? (BinaryPrimitives.ReadInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadInt32BigEndian(chunk[12..])) : size;
            data |= type.SequenceEqual("IDAT"u8);
            at += 12 + length;
        }

        return default;
    }

    // Segment by segment to where the picture's data begin; they end with a mark of their own.
    private static (int Width, int Height) Jpeg(ReadOnlySpan<byte> content)
    {
        (int, int) size = default;
        for (int at = 2; at + 4 <= content.Length && content[at] == 0xFF;)
        {
            byte marker = content[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            if (marker == 0xDA)
            {
                return content[at..].LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) > 0 ? size : default;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (length < 2 || at + 2 + length > content.Length)
            {
                return default;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && length >= 8)
            {
                size = (BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]));
            }

            at += 2 + length;
        }

        return default;
    }

    private static (int Width, int Height) Gif(ReadOnlySpan<byte> content) =>
        content.Length > 13 && content.TrimEnd((byte)0) is [.., 0x3B] ? (BinaryPrimitives.ReadUInt16LittleEndian(content[6..]), BinaryPrimitives.ReadUInt16LittleEndian(content[8..])) : default;

    private static (int Width, int Height) WebP(ReadOnlySpan<byte> content)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(content[4..]) > (uint)content.Length - 8)
        {
            return default;
        }

        ReadOnlySpan<byte> kind = content.Slice(12, 4);
        uint bits = BinaryPrimitives.ReadUInt32LittleEndian(content[21..]);
        return kind.SequenceEqual("VP8X"u8) ? (1 + Int24(content[24..]), 1 + Int24(content[27..]))
            : kind.SequenceEqual("VP8L"u8) && content[20] == 0x2F ? (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF))
            : kind.SequenceEqual("VP8 "u8) && content[23..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
                ? (BinaryPrimitives.ReadUInt16LittleEndian(content[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(content[28..]) & 0x3FFF)
            : default;
    }

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
