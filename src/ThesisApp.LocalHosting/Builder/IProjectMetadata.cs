namespace Aspire.Hosting;

/// <summary>A project of the solution; the build generates one class for each that the AppHost refers to.</summary>
public interface IProjectMetadata
{
    /// <summary>Full path of the project file.</summary>
    string ProjectPath { get; }

    /// <summary>Full path of what the build makes of it.</summary>
    string AssemblyPath { get; }
}
