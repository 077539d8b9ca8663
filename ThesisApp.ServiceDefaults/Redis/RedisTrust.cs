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

    /// <summary>Trusts the authority that the configuration names; does nothing where it names none.</summary>
    /// <exception cref="SharedRedisException">The file is none, or the connection is not encrypted.</exception>
    public static void Apply(ConfigurationOptions options, IConfiguration configuration, string connectionName)
    {
        if (configuration[FileKey] is not { Length: > 0 } file)
        {
            return;
        }

        if (!options.Ssl)
        {
            throw new SharedRedisException($"{FileKey} is set, but the connection string '{connectionName}' does not say ssl=true, so nothing would be encrypted. Add it, or unset {FileKey}.");
        }

        try
        {
            options.TrustIssuer(X509CertificateLoader.LoadCertificateFromFile(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SharedRedisException($"{FileKey} names '{file}', which cannot be read as a certificate: {exception.Message}", exception);
        }
    }
}
