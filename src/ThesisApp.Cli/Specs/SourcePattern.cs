using Microsoft.Extensions.FileSystemGlobbing;
using ThesisApp.Core.Sources;

namespace ThesisApp.Cli.Specs;

/// <summary>A path or glob of the spec's <c>sources</c>, relative to the spec's folder. It must have passed <see cref="SourceRules.CheckPath"/>.</summary>
internal sealed class SourcePattern
{
    private readonly string[] _parts;
    private readonly int _fixedParts;

    /// <summary>Reads a pattern: folders separated by forward slashes, <c>*</c> for any characters of a name, <c>**</c> for any folders.</summary>
    public SourcePattern(string text)
    {
        _parts = [.. text.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".")];
        _fixedParts = Array.FindIndex(_parts, part => part.Contains('*', StringComparison.Ordinal)) is >= 0 and var wild ? wild : _parts.Length;
    }

    /// <summary>True if it may match several files.</summary>
    public bool IsGlob => _fixedParts < _parts.Length;

    /// <summary>The part before the first wildcard, with forward slashes; the whole path if there is none.</summary>
    public string FixedPrefix => string.Join('/', _parts.Take(_fixedParts));

    /// <summary>The pattern with forward slashes and without <c>.</c> parts.</summary>
    public string Text => string.Join('/', _parts);

    /// <summary>Files below <paramref name="root"/> that match, relative to it with forward slashes, in ordinal order.</summary>
    public IReadOnlyList<string> Match(string root)
    {
        var start = Path.Combine(root, FixedPrefix);
        if (!Directory.Exists(start))
        {
            return [];
        }

        var depth = _parts.Contains("**", StringComparer.Ordinal) ? FolderWalk.MaxDepth : _parts.Length - _fixedParts;
        var candidates = FolderWalk.Files(start, depth)
            .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .ToList();
        var matcher = new Matcher(StringComparison.Ordinal).AddInclude(Text);
        return [.. matcher.Match(candidates).Files.Select(match => match.Path).Order(StringComparer.Ordinal)];
    }
}
