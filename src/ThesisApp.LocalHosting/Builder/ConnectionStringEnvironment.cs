using Aspire.Hosting.ApplicationModel;
using ThesisApp.LocalHosting;
using ThesisApp.LocalHosting.Redis;

namespace Aspire.Hosting;

/// <summary>The variables by which a process learns of a connection string.</summary>
internal static class ConnectionStringEnvironment
{
    public static async Task SetAsync(EnvironmentCallbackContext context, IResourceWithConnectionString source, string? connectionName, bool optional)
    {
        string? connectionString = await source.GetConnectionStringAsync(context.CancellationToken);
        if (connectionString is null)
        {
            if (!optional)
            {
                throw new HostingException($"The connection string '{source.Name}' is not set. Set ConnectionStrings__{source.Name} where the AppHost is started.", HostingException.BadSettings);
            }

            return;
        }

        string name = connectionName ?? source.Name;
        string variable = (source as ConnectionStringResource)?.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{name}";
        context.EnvironmentVariables[variable] = connectionString;
        if (source is RedisResource)
        {
            RedisAddress address = RedisAddress.Parse(connectionString);
            string prefix = VariablePrefix(name);
            context.EnvironmentVariables[$"{prefix}_HOST"] = address.Host;
            context.EnvironmentVariables[$"{prefix}_PORT"] = address.Port;
            context.EnvironmentVariables[$"{prefix}_PASSWORD"] = address.Password ?? string.Empty;
            context.EnvironmentVariables[$"{prefix}_URI"] = $"redis://:{address.Password}@{address.Host}:{address.Port}";
        }
    }

    public static string VariablePrefix(string name) => name.ToUpperInvariant().Replace('-', '_');
}
