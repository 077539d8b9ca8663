using ThesisApp.LocalHosting.SampleHost;

// The first argument names the topology.
IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder(args[1..]);
switch (args[0])
{
    case "missing-build":
        builder.AddProject<NeverBuilt>("worker");
        break;
    case "circle":
        IResourceBuilder<ExecutableResource> one = Shell("one", "exec sleep 600");
        IResourceBuilder<ExecutableResource> two = Shell("two", "exec sleep 600").WaitFor(one);
        one.WaitFor(two);
        break;
    case "missing-program":
        builder.AddExecutable("tool", "no-such-program-anywhere", ".");
        break;
    case "missing-connection-string":
        Shell("worker", "exec sleep 600").WithReference(builder.AddConnectionString("chat"));
        break;
    case "crashing":
        Shell("worker", "echo going under; exit 7").WithHttpEndpoint().WithHttpHealthCheck("/health");
        break;
    case "stubborn":
        Shell("worker", "trap '' TERM; echo deaf; while :; do sleep 0.2; done");
        break;
    case "heir":
        // The first life leaves a process behind that holds its output open.
        Shell("worker", "[ -e heir.pid ] && exec sleep 600; sleep 600 & echo $! > heir.pid; exit 1");
        break;
    default:
        throw new ArgumentException($"There is no topology '{args[0]}'.");
}

builder.Build().Run();

IResourceBuilder<ExecutableResource> Shell(string name, string script) =>
    builder.AddExecutable(name, "/bin/sh", builder.Configuration["Data:Directory"]!, "-c", script);
