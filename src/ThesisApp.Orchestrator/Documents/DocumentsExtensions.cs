namespace ThesisApp.Orchestrator.Documents;

/// <summary>Registers the documents of runs.</summary>
internal static class DocumentsExtensions
{
    /// <summary>Adds the catalogue and the report.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<ProvenanceComposer>();
        services.AddSingleton<ReportComposer>();
        services.AddSingleton<DocumentCatalog>();
        return services;
    }
}
