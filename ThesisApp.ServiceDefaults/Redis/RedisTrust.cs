using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using StackExchange.Redis;

namespace Microsoft.Extensions.Hosting;

/// <summary>Whom the shared Redis's certificate is taken from, where that is no authority that this machine knows.</summary>
internal static class RedisTrust
{
    /// <summary>Configuration key (or environment variable <c>Redis__CaFile</c>) that names the certificate of the authority.</summary>
    public const string FileKey = "Redis:CaFile";

    /// <summary>Configuration key (or environment variable <c>Redis__Ca</c>) with the certificate itself, as PEM, for a process that can be lent no file: an agent in a pod.</summary>
    public const string TextKey = "Redis:Ca";

    /// <summary>Trusts the authority that the configuration names; does nothing where it names none.</summary>
    /// <exception cref="SharedRedisException">That is no certificate, or the connection is not encrypted.</exception>
    public static void Apply(ConfigurationOptions options, IConfiguration configuration, string connectionName)
    {
        (string key, string value) = configuration[FileKey] is { Length: > 0 } file ? (FileKey, file) : (TextKey, configuration[TextKey] ?? string.Empty);
        if (value.Length == 0)
        {
            return;
        }

        if (!options.Ssl)
        {
            throw new SharedRedisException($"{key} is set, but the connection string '{connectionName}' does not say ssl=true, so nothing would be encrypted. Add it, or unset {key}.");
        }

        try
        {
            options.TrustIssuer(key == FileKey ? X509CertificateLoader.LoadCertificateFromFile(value) : X509Certificate2.CreateFromPem(value));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SharedRedisException(key == FileKey ? $"{key} names '{value}', which cannot be read as a certificate: {exception.Message}" : $"{key} is no certificate: {exception.Message}", exception);
        }
    }
}
