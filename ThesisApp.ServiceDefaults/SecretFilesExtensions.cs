using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.Hosting;

/// <summary>Settings from files, as Docker, Compose and Kubernetes mount secrets: what is in the environment shows in a process's listing and in <c>docker inspect</c>.</summary>
public static class SecretFilesExtensions
{
    /// <summary>Configuration key (or environment variable <c>Secrets__Directory</c>) that names the folder.</summary>
    public const string DirectoryKey = "Secrets:Directory";

    /// <summary>Reads each file of the folder that <see cref="DirectoryKey"/> names as a setting of the file's name (<c>ConnectionStrings__redis</c>).</summary>
    /// <param name="builder">The host's builder.</param>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static TBuilder AddSecretFiles<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        if (builder.Configuration[DirectoryKey] is { Length: > 0 } directory)
        {
            string folder = Path.GetFullPath(directory);
            if (!Directory.Exists(folder))
            {
                throw new DirectoryNotFoundException($"{DirectoryKey} names '{folder}', which is not there. Mount the secrets there, or unset it.");
            }

            builder.Configuration.AddKeyPerFile(folder, optional: false);
        }

        return builder;
    }
}
