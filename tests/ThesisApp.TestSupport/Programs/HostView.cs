using System.Text.Json;

namespace ThesisApp.TestSupport.Programs;

/// <summary>The AppHost's state file as another program reads it.</summary>
/// <param name="Pid">The host's process.</param>
/// <param name="Ready">True once every resource was up and healthy.</param>
/// <param name="Resources">What runs where.</param>
public sealed record HostView(int Pid, bool Ready, IReadOnlyList<HostViewResource> Resources)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the file, or null if there is none.</summary>
    public static HostView? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<HostView>(File.ReadAllBytes(path), Web);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A resource by its name.</summary>
    public HostViewResource this[string name] => Resources.Single(resource => resource.Name == name);
}
