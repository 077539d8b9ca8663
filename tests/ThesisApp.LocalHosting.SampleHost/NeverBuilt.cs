namespace ThesisApp.LocalHosting.SampleHost;

/// <summary>A project that nobody has built.</summary>
internal sealed class NeverBuilt : IProjectMetadata
{
    public string ProjectPath => "/never/built/Worker.csproj";

    public string AssemblyPath => "/never/built/bin/Worker.dll";
}
