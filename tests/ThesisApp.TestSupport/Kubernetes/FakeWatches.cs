using System.Globalization;
using k8s;
using k8s.Models;
using Microsoft.AspNetCore.Http;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>Tells those who watch of each change.</summary>
internal sealed class FakeWatches(FakeStore store) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private CancellationTokenSource _cut = new();

    /// <summary>How many are told at this moment.</summary>
    public int Count => Volatile.Read(ref _count);

    private int _count;

    /// <summary>Cuts the connections of all who watch at this moment.</summary>
    public void Cut()
    {
        using CancellationTokenSource cut = Interlocked.Exchange(ref _cut, new CancellationTokenSource());
        cut.Cancel();
    }

    public void Dispose() => _cut.Dispose();

    /// <summary>Tells one of them until it goes, or has been told for as long as it wants.</summary>
    public async Task ServeAsync(HttpContext context, Type kind)
    {
        HttpRequest request = context.Request;
        Func<IDictionary<string, string>, bool> selects = Selector(request);
        long version = long.Parse(request.Query["resourceVersion"]!, CultureInfo.InvariantCulture);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _cut.Token);
        using CancellationTokenSource over = new();
        if (int.TryParse(request.Query["timeoutSeconds"], out int seconds))
        {
            over.CancelAfter(TimeSpan.FromSeconds(seconds));
        }

        context.Response.ContentType = "application/json";
        await context.Response.StartAsync(end.Token);
        await context.Response.Body.FlushAsync(end.Token);
        Interlocked.Increment(ref _count);
        try
        {
            while (!over.IsCancellationRequested)
            {
                long before = store.Version;
                foreach (FakeChange change in store.Since(version, kind).Where(change => change.Version <= before && selects(change.Labels)))
                {
                    await WriteAsync(context, change.What, change.Json, end.Token);
                }

                if (before > version && request.Query["allowWatchBookmarks"] == "true")
                {
                    await WriteAsync(context, "BOOKMARK", KubernetesJson.Serialize(Bookmark(kind, before)), end.Token);
                }

                version = before;
                await store.WaitAsync(version, Look, end.Token);
            }
        }
        catch (FakeFaultException gone)
        {
            // As a server that has begun its answer tells it.
            await WriteAsync(context, "ERROR", gone.Status.ToJsonString(), end.Token);
        }
        finally
        {
            Interlocked.Decrement(ref _count);
        }
    }

    /// <summary>What a request's selector takes: equalities, as the tests need them.</summary>
    public static Func<IDictionary<string, string>, bool> Selector(HttpRequest request)
    {
        string[][] wanted = [.. ((string?)request.Query["labelSelector"] ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('='))];
        return wanted.All(part => part.Length == 2)
            ? labels => wanted.All(part => labels.TryGetValue(part[0], out string? value) && value == part[1])
            : throw FakeFaultException.BadRequest("the tests' server knows selectors by equality only");
    }

    private static IKubernetesObject Bookmark(Type kind, long version)
    {
        V1ObjectMeta metadata = new() { ResourceVersion = version.ToString(CultureInfo.InvariantCulture) };
        return kind == typeof(V1Job)
            ? new V1Job { ApiVersion = "batch/v1", Kind = V1Job.KubeKind, Metadata = metadata }
            : new V1Pod { ApiVersion = "v1", Kind = V1Pod.KubeKind, Metadata = metadata };
    }

    private static async Task WriteAsync(HttpContext context, string what, string json, CancellationToken cancellationToken)
    {
        await context.Response.WriteAsync($$"""{"type":"{{what}}","object":{{json}}}""" + "\n", cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }
}
