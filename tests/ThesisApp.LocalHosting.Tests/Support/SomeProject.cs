using Aspire.Hosting;

namespace ThesisApp.LocalHosting.Tests.Support;

/// <summary>A project whose "build" is there: this test assembly.</summary>
internal sealed class SomeProject : IProjectMetadata
{
    public string ProjectPath => "/some/Project.csproj";

    public string AssemblyPath => typeof(SomeProject).Assembly.Location;
}
