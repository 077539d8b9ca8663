using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ThesisApp.Cli.Specs;

namespace ThesisApp.Cli.Commands.Generate;

/// <summary>A hash of everything that a run is made from.</summary>
internal static class InputHash
{
    /// <summary>SHA-256 over the spec, the bibliography, every source and every image with its name; lengths go before contents, so nothing can pass for something else. 32 hex digits.</summary>
    public static string Of(SpecBundle bundle)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, bundle.SpecBytes.Span);
        Append(hash, (bundle.Bibliography ?? ReadOnlyMemory<byte>.Empty).Span);
        foreach (var (name, content) in bundle.Sources.OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(name));
            Append(hash, content.Span);
        }

        // Under names that no source can have; without images the hash is what it was.
        foreach (var (name, content) in bundle.Images.OrderBy(image => image.Key, StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes("image:" + name));
            Append(hash, content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, content.Length);
        hash.AppendData(length);
        hash.AppendData(content);
    }
}
