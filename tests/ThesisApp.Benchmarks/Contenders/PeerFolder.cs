using System.Security.Cryptography;
using ThesisApp.Benchmarks.Options;

namespace ThesisApp.Benchmarks.Contenders;

/// <summary>A copy of the peers outside of any repository: nothing of ours may change how they are built, and nothing is written where they lie.</summary>
internal static class PeerFolder
{
    private static readonly string[] Built = ["node_modules", "bin", "obj", "data", "__pycache__"];

    /// <summary>Copies the peers to a temporary folder that bears the name of their contents, so that it can serve the next benchmark, too.</summary>
    /// <exception cref="UsageException">There are none.</exception>
    public static string Copy(string source)
    {
        if (!Directory.Exists(source))
        {
            throw new UsageException($"There is no folder of peers at {source}: name it with --peers DIR.");
        }

        string[] files =
        [
            .. Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(source, file))
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(Built.Contains))
                .Order(StringComparer.Ordinal),
        ];
        string target = Path.Combine(Path.GetTempPath(), "thesis-benchmark-peers-" + Hash(source, files));
        foreach (string file in files)
        {
            string copy = Path.Combine(target, file);
            if (!File.Exists(copy))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(Path.Combine(source, file), copy);
            }
        }

        return target;
    }

    private static string Hash(string source, string[] files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(file));
            hash.AppendData(File.ReadAllBytes(Path.Combine(source, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
