namespace Aspire.Hosting;

/// <summary>What an AppHost was started for. The local engine only runs; publishing needs Aspire itself.</summary>
#pragma warning disable CA1822 // The real API's members are not static.
public sealed class DistributedApplicationExecutionContext
{
    /// <summary>True when the application is to be published.</summary>
    public bool IsPublishMode => false;

    /// <summary>True when the application is to run.</summary>
    public bool IsRunMode => true;
}
#pragma warning restore CA1822
