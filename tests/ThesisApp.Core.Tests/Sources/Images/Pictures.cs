namespace ThesisApp.Core.Tests.Sources.Images;

/// <summary>The smallest pictures of each kind.</summary>
internal static class Pictures
{
    /// <summary>One pixel, whole and right.</summary>
    public static byte[] Png => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Three by two, without a picture's data.</summary>
    public static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9];

    /// <summary>Three by two.</summary>
    public static byte[] Gif => [.. "GIF89a"u8, 3, 0, 2, 0, 0, 0, 0, 0x3B];

    /// <summary>Three by two.</summary>
    public static byte[] WebP => [.. "RIFF"u8, 24, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0, 0];

    /// <summary>A PNG that says it has so many pixels.</summary>
    public static byte[] Sized(int width, int height)
    {
        byte[] png = Png;
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }
}
