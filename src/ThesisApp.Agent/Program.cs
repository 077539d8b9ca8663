using Microsoft.Extensions.Hosting;
using ThesisApp.Agent.Handlers;
using ThesisApp.Agent.Work;
using ThesisApp.Contracts;
using ThesisApp.Coordination;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);

builder.AddServiceDefaults();
builder.AddSharedRedis(ResourceNames.Redis);
builder.Services.AddCoordination();
builder.Services.AddTaskHandlers(builder.Configuration);
builder.AddAgentWorker(once: args.Contains("--once"));

await builder.Build().RunAsync();
