using System.Globalization;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using Microsoft.AspNetCore.Http;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>Answers as an API server does.</summary>
internal sealed class FakeApi(FakeStore store, FakeKubelet kubelet, FakeWatches watches, FakeFaults faults, AccessRules rules, string within, string token)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (FakeFaultException fault) when (!context.Response.HasStarted)
        {
            if (fault.Code == 429)
            {
                context.Response.Headers.RetryAfter = "1";
            }

            await WriteAsync(context, fault.Status, fault.Code);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, new FakeFaultException(500, "InternalError", $"the tests' server failed: {exception}").Status, 500);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization != $"Bearer {token}")
        {
            throw new FakeFaultException(401, "Unauthorized", "Unauthorized");
        }

        if (context.Request.Path.Value!.TrimEnd('/') == "/version")
        {
            await WriteAsync(context, new VersionInfo
            {
                GitVersion = "v1.34.0-fake",
                Major = "1",
                Minor = "34",
                BuildDate = string.Empty,
                Compiler = string.Empty,
                GitCommit = string.Empty,
                GitTreeState = string.Empty,
                GoVersion = string.Empty,
                Platform = string.Empty,
            });
            return;
        }

        FakeCall call = FakeCall.Of(context.Request) ?? throw FakeFaultException.NotFound("path", context.Request.Path);
        FakeFaultKind? kind = faults.Take(call);
        if (kind == FakeFaultKind.CutBefore)
        {
            context.Abort();
            return;
        }

        ThrowIf(kind, call);
        rules.Demand(call, within);
        if (call.Verb == "create")
        {
            await Task.Delay(faults.CreationTime, context.RequestAborted);
        }

        await DoAsync(context, call, isCut: kind == FakeFaultKind.CutAfter);
    }

    private static void ThrowIf(FakeFaultKind? kind, FakeCall call)
    {
        switch (kind)
        {
            case FakeFaultKind.Throttled:
                throw new FakeFaultException(429, "TooManyRequests", "too many requests, please try again later");
            case FakeFaultKind.Broken:
                throw new FakeFaultException(500, "InternalError", "etcdserver: leader changed");
            case FakeFaultKind.Conflict:
                throw FakeFaultException.Conflict(call.Resource, call.Name ?? string.Empty, "Conflict");
        }
    }

    private async Task DoAsync(HttpContext context, FakeCall call, bool isCut)
    {
        HttpRequest request = context.Request;
        if (call.Verb == "watch")
        {
            await watches.ServeAsync(context, call.Resource == "jobs" ? typeof(V1Job) : typeof(V1Pod));
            return;
        }

        if (call.Resource == "pods/log")
        {
            await WriteLogAsync(context, Found(store.Find<V1Pod>(call.Name!), call));
            return;
        }

        (object answer, int code) = (call.Verb, call.Resource) switch
        {
            ("get", "jobs") => (Found(store.Find<V1Job>(call.Name!), call), 200),
            ("get", "pods") => (Found(store.Find<V1Pod>(call.Name!), call), 200),
            ("list", "jobs") => (List<V1JobList, V1Job>(request), 200),
            ("list", "pods") => (List<V1PodList, V1Pod>(request), 200),
            ("list", "networkpolicies") => (List<V1NetworkPolicyList, V1NetworkPolicy>(request), 200),
            ("create", "jobs") => (await CreateAsync<V1Job>(request, call, ObjectRules.Check), 201),
            ("create", "secrets") => (await CreateAsync<V1Secret>(request, call, ObjectRules.Check), 201),
            ("patch", "jobs") => (await PatchAsync(request, call), 200),
            ("delete", "jobs") => (await DeleteJobAsync(request, call), 200),
            ("delete", "pods") => (Found(FakePods.Delete(store, call.Name!, await GraceAsync(request)), call), 200),
            _ => throw new FakeFaultException(405, "MethodNotAllowed", "the server does not allow this method on the requested resource"),
        };
        if (isCut)
        {
            context.Abort();
            return;
        }

        await WriteAsync(context, answer, code);
    }

    private TList List<TList, T>(HttpRequest request)
        where TList : IItems<T>, IKubernetesObject<V1ListMeta>, new()
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        Func<IDictionary<string, string>, bool> selects = FakeWatches.Selector(request);
        (IReadOnlyList<T> items, long version) = store.List<T>(item => selects(item.Metadata.Labels ?? new Dictionary<string, string>()));
        return new TList
        {
            ApiVersion = typeof(T) == typeof(V1Job) ? "batch/v1" : typeof(T) == typeof(V1Pod) ? "v1" : "networking.k8s.io/v1",
            Kind = typeof(TList).Name[2..],
            Metadata = new V1ListMeta { ResourceVersion = version.ToString(CultureInfo.InvariantCulture) },
            Items = [.. items],
        };
    }

    private async Task<T> CreateAsync<T>(HttpRequest request, FakeCall call, Func<T, IEnumerable<string>> check)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        T item = StrictJson.Read<T>(await BodyAsync(request));
        string[] wrong = [.. check(item)];
        if (wrong.Length > 0)
        {
            throw FakeFaultException.Invalid($"{call.Resource} \"{item.Metadata.Name}\"", wrong);
        }

        item.Metadata.NamespaceProperty = within;
        return request.Query["dryRun"] == "All" ? item : store.Create(item, call.Resource);
    }

    private async Task<V1Job> PatchAsync(HttpRequest request, FakeCall call)
    {
        if (request.ContentType?.StartsWith("application/merge-patch+json", StringComparison.Ordinal) != true)
        {
            throw new FakeFaultException(415, "UnsupportedMediaType", $"'{request.ContentType}' is none of the patches that the tests' server knows");
        }

        JsonObject patch = JsonNode.Parse(await BodyAsync(request))!.AsObject();
        return Found(
            store.Change<V1Job>(call.Name!, job =>
            {
                JsonObject merged = JsonNode.Parse(KubernetesJson.Serialize(job))!.AsObject();
                StrictJson.Merge(merged, patch);
                V1Job changed = StrictJson.Read<V1Job>(merged.ToJsonString());
                if (KubernetesJson.Serialize(changed.Spec.Template) != KubernetesJson.Serialize(job.Spec.Template))
                {
                    throw FakeFaultException.Invalid("job", ["spec.template: field is immutable"]);
                }

                (job.Metadata, job.Spec) = (changed.Metadata, changed.Spec);
            }),
            call);
    }

    private async Task<object> DeleteJobAsync(HttpRequest request, FakeCall call)
    {
        V1DeleteOptions options = await OptionsAsync(request);
        V1Job job = Found(store.Find<V1Job>(call.Name!), call);
        if (options.Preconditions?.Uid is { } uid && uid != job.Metadata.Uid)
        {
            throw FakeFaultException.Conflict(call.Resource, call.Name!, "Conflict");
        }

        string? policy = (string?)request.Query["propagationPolicy"] ?? options.PropagationPolicy;
        V1Job deleted = Found(FakeCollector.Delete(store, call.Name!, policy == "Foreground" ? FakeCollector.Foreground : policy), call);
        return store.Find<V1Job>(call.Name!) is null ? new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Status", ["metadata"] = new JsonObject(), ["status"] = "Success" } : deleted;
    }

    private static async Task<long?> GraceAsync(HttpRequest request) =>
        long.TryParse(request.Query["gracePeriodSeconds"], NumberStyles.None, CultureInfo.InvariantCulture, out long grace) ? grace : (await OptionsAsync(request)).GracePeriodSeconds;

    private static async Task<V1DeleteOptions> OptionsAsync(HttpRequest request) => await BodyAsync(request) is { Length: > 0 } body ? StrictJson.Read<V1DeleteOptions>(body) : new V1DeleteOptions();

    private async Task WriteLogAsync(HttpContext context, V1Pod pod)
    {
        if (pod.Status?.ContainerStatuses?.FirstOrDefault()?.State is not ({ Running: not null } or { Terminated: not null }))
        {
            throw FakeFaultException.BadRequest($"container \"{pod.Spec.Containers[0].Name}\" in pod \"{pod.Metadata.Name}\" is waiting to start");
        }

        context.Response.ContentType = "text/plain";
        if (context.Request.Query["follow"] == "true")
        {
            // What came before comes with the rest: a reader to the end sees no difference.
            await context.Response.StartAsync(context.RequestAborted);
            while (store.Find<V1Pod>(pod.Metadata.Name)?.Status.ContainerStatuses[0].State is { Running: not null })
            {
                await store.WaitAsync(store.Version, Look, context.RequestAborted);
            }
        }

        await context.Response.WriteAsync(await kubelet.ReadLogAsync(pod, context.RequestAborted), context.RequestAborted);
    }

    private static T Found<T>(T? item, FakeCall call) => item ?? throw FakeFaultException.NotFound(call.Resource, call.Name ?? string.Empty);

    private static async Task<string> BodyAsync(HttpRequest request)
    {
        using StreamReader reader = new(request.Body);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, object answer, int code = 200)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer is JsonObject json ? json.ToJsonString() : KubernetesJson.Serialize(answer), context.RequestAborted);
    }
}
