using System.Text;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>The last part of what a container writes, read to its end.</summary>
internal static class KubernetesOutput
{
    private const int Most = 8_192;

    /// <summary>Reads all that comes and keeps the last part.</summary>
    public static async Task<string> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        StringBuilder text = new();
        char[] buffer = new char[4_096];
        try
        {
            using StreamReader reader = new(stream, Encoding.UTF8);
            while (await reader.ReadAsync(buffer, cancellationToken) is > 0 and int count)
            {
                text.Append(buffer, 0, count);
                text.Remove(0, Math.Max(0, text.Length - Most));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The container, or the way to it, is gone: what has come is what there is.
        }

        return text.ToString();
    }
}
