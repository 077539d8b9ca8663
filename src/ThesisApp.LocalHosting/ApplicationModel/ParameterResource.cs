using Microsoft.Extensions.Configuration;
using ThesisApp.LocalHosting;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value from the AppHost's configuration.</summary>
/// <param name="name">Its name, also in <c>Parameters</c>.</param>
/// <param name="configuration">The AppHost's configuration.</param>
/// <param name="secret">Whether it must not be shown.</param>
public sealed class ParameterResource(string name, IConfiguration configuration, bool secret) : Resource(name)
{
    /// <summary>Whether it must not be shown.</summary>
    public bool Secret { get; } = secret;

    /// <summary>The value.</summary>
    /// <exception cref="HostingException">It is not set.</exception>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => configuration[$"Parameters:{Name}"] is { Length: > 0 } value
        ? ValueTask.FromResult<string?>(value)
        : throw new HostingException($"The parameter '{Name}' is not set. Set Parameters__{Name} where the AppHost is started.", HostingException.BadSettings);
}
