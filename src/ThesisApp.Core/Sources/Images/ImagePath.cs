namespace ThesisApp.Core.Sources.Images;

/// <summary>Finds out which file an image in a source is.</summary>
/// <param name="Address">What the source writes.</param>
/// <param name="Path">Its path relative to the specification, with forward slashes; null where it may be none.</param>
/// <param name="Problem">Why it may be none; null where it may.</param>
public sealed record ImagePath(string Address, string? Path, string? Problem)
{
    private const int MaxLength = 400;
    private const int MostShown = 80;

    /// <summary>An address as a message shows it: data in its place may be long.</summary>
    public static string Shown(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Length <= MostShown ? address : address[..MostShown] + "…";
    }

    /// <summary>The path of an address as a source writes it: below the source's folder and nowhere else, since a source may be anybody's.</summary>
    /// <param name="sourceFile">The source's path relative to the specification.</param>
    /// <param name="address">The address, percent-encoded or not.</param>
    public static ImagePath Of(string sourceFile, string address)
    {
        ArgumentNullException.ThrowIfNull(sourceFile);
        ArgumentNullException.ThrowIfNull(address);

        // Decoded before it is looked at: %2e%2e leads upwards as well.
        string plain = Uri.UnescapeDataString(address.Trim());
        if (plain.StartsWith("//", StringComparison.Ordinal) || plain.Contains(':', StringComparison.Ordinal))
        {
            return new ImagePath(address, null, "it is an address or data, and nothing is fetched: save the picture below the source's folder");
        }

        if (SourceRules.CheckPath(plain) is not null)
        {
            return new ImagePath(address, null, "its path does not stay in the source's folder: put the picture below it, and name it by a relative path with forward slashes");
        }

        string[] parts = [.. plain.Split('/').Where(part => part is not ("" or "."))];
        string folder = sourceFile[..(sourceFile.LastIndexOf('/') + 1)];
        string path = folder + string.Join('/', parts);
        return parts.Length == 0 || path.Length > MaxLength ? new ImagePath(address, null, "it names no file") : new ImagePath(address, path, null);
    }
}
