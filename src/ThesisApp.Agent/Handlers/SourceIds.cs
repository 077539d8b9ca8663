using System.Text;
using ThesisApp.Core.Sources;

namespace ThesisApp.Agent.Handlers;

/// <summary>Names sources and keeps the names of their passages apart.</summary>
internal static class SourceIds
{
    /// <summary>An id for a source without a bibliography entry: its path in lower case, letters and digits kept.</summary>
    public static string FromFileName(string fileName)
    {
        string path = Path.ChangeExtension(fileName, null);
        StringBuilder id = new(path.Length);
        foreach (char c in path)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                id.Append(char.ToLowerInvariant(c));
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        string trimmed = id.ToString().Trim('-');
        return trimmed.Length == 0 ? "source" : trimmed;
    }

    /// <summary>Several files may belong to one work; the second and later ones number their passages apart, so that a passage id names one passage.</summary>
    /// <param name="source">The source.</param>
    /// <param name="place">Its place among the files of its work, from 0.</param>
    public static SourceDocument MakeUnique(SourceDocument source, int place) =>
        place == 0
            ? source
            : source with { Passages = [.. source.Passages.Select(passage => passage with { Id = $"{source.Id}~{place + 1}{passage.Id[source.Id.Length..]}" })] };
}
