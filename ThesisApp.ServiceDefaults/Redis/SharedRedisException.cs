namespace Microsoft.Extensions.Hosting;

/// <summary>The shared Redis is not configured or cannot be reached.</summary>
/// <param name="message">What is wrong and what to do; never contains the password.</param>
/// <param name="innerException">The cause, if any.</param>
public sealed class SharedRedisException(string message, Exception? innerException = null) : Exception(message, innerException);
