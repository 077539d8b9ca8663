using Aspire.Hosting;

namespace ThesisApp.LocalHosting.Tests.Support;

/// <summary>A project without a build.</summary>
internal sealed class MissingProject : IProjectMetadata
{
    public string ProjectPath => "/missing/Project.csproj";

    public string AssemblyPath => "/missing/bin/Project.dll";
}
