using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ThesisApp.Contracts;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Sources.Images;

namespace ThesisApp.Orchestrator;

/// <summary>Registers what the whole API shares.</summary>
internal static class ApiServiceCollectionExtensions
{
    // Room for the specification, the bibliography and the multipart headers beside the sources and their images.
    private const long LargestRequest = SourceRules.MaxTotalBytes + ImageRules.MaxTotalBytes + (32L * 1024 * 1024);

    /// <summary>Adds the wire format, the OpenAPI document and the limits of requests.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ContractsJson.Default));
        services.AddOpenApi(openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "ThesisApp orchestrator";
            document.Info.Description = "Submits, follows and steers runs that write a thesis, and hands out its documents.";
            return Task.CompletedTask;
        }));
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.AddServerHeader = false;
        });
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = LargestRequest;
            form.ValueCountLimit = SourceRules.MaxCount + ImageRules.MaxCount + 8;
        });
        return services;
    }
}
