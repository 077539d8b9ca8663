using ThesisApp.Contracts;
using ThesisApp.Coordination;
using ThesisApp.Orchestrator;
using ThesisApp.Orchestrator.Agents;
using ThesisApp.Orchestrator.Documents;
using ThesisApp.Orchestrator.Events;
using ThesisApp.Orchestrator.Pool;
using ThesisApp.Orchestrator.Problems;
using ThesisApp.Orchestrator.Revisions;
using ThesisApp.Orchestrator.Runs;
using ThesisApp.Orchestrator.Security;
using ThesisApp.Orchestrator.Submissions;
using ThesisApp.Orchestrator.Upkeep;

try
{
    WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

    builder.AddStartProblems();
    builder.AddServiceDefaults();
    builder.AddSharedRedis(ResourceNames.Redis);
    builder.Services.AddCoordination();
    builder.Services.AddApi();
    builder.Services.AddProblems();
    builder.Services.AddSubmissions();
    builder.Services.AddDocuments();
    builder.Services.AddSections();
    builder.Services.AddUpkeep();
    builder.AddPool();

    await using WebApplication app = builder.Build();

    app.UseProblems();
    app.UseSecurityHeaders();
    app.UseSameOrigin();

    app.MapDefaultEndpoints();
    app.MapIndex();
    app.MapOpenApi();
    app.MapSubmissions();
    app.MapRuns();
    app.MapOutlines();
    app.MapSections();
    app.MapEvents();
    app.MapDocuments();
    app.MapAgents();

    await app.StartOrStopAsync();
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception exception) when (StartProblems.Of(exception) is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    return StartProblems.ExitCode;
}
