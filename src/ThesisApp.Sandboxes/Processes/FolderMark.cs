using System.Security.Cryptography;
using System.Text;

namespace ThesisApp.Sandboxes.Processes;

/// <summary>A short name for a folder, the same each time.</summary>
internal static class FolderMark
{
    private const int Length = 8;

    /// <summary>Eight hexadecimal digits.</summary>
    public static string Of(string folder) => OfText(Path.GetFullPath(folder));

    /// <summary>Eight hexadecimal digits for any text.</summary>
    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
}
