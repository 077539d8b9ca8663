namespace ThesisApp.Sandboxes.Linux;

/// <summary>Finds programs of the system.</summary>
internal static class Tools
{
    private static readonly string[] Usual = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"];

    /// <summary>Full path of a program, or null.</summary>
    public static string? Find(string name) =>
        Usual.Concat((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
