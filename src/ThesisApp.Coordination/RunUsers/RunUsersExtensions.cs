using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace ThesisApp.Coordination.RunUsers;

/// <summary>Registers the users of runs.</summary>
public static class RunUsersExtensions
{
    /// <summary>Adds them. An <see cref="IConnectionMultiplexer"/> must be registered under the key.</summary>
    /// <param name="services">The services.</param>
    /// <param name="connectionKey">Whose connection makes users.</param>
    /// <param name="connectionString">How that connects: what its password is, those of the runs are derived from.</param>
    public static IServiceCollection AddRunUsers(this IServiceCollection services, string connectionKey, string connectionString) =>
        services.AddSingleton<IRunUsers>(provider => new RedisRunUsers(
            provider.GetRequiredKeyedService<IConnectionMultiplexer>(connectionKey), new RunUserNames(PasswordOf(connectionString) ?? string.Empty), provider.GetRequiredService<ILogger<RedisRunUsers>>()));

    /// <summary>What is wrong with a connection string for this, and what would be right; null if nothing is.</summary>
    public static string? ProblemOf(string? connectionString)
    {
        if (string.IsNullOrEmpty(connectionString))
        {
            return "is not set. It names the user of Redis that makes the runs' users: steward, as deploy/redis/make-users.sh makes it";
        }

        try
        {
            return PasswordOf(connectionString) is { Length: >= RunUserNames.LeastSecret } ? null
                : $"has no password of at least {RunUserNames.LeastSecret} characters, and those of the runs are derived from it: an agent that has one must not find it by trying. deploy/redis/make-users.sh makes one";
        }
        catch (ArgumentException)
        {
            // The parser's own message may quote the password.
            return "is malformed. It reads host:port,user=steward,password=...";
        }
    }

    private static string? PasswordOf(string connectionString) => ConfigurationOptions.Parse(connectionString).Password;
}
