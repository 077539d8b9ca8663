using ThesisApp.Architecture.Tests.Support;

namespace ThesisApp.Architecture.Tests;

/// <summary>Who talks to Redis.</summary>
public sealed class RedisClientTests
{
    private static readonly string[] Users = ["ThesisApp.Coordination", "ThesisApp.ServiceDefaults"];

    public static TheoryData<string> Others { get; } = [.. Repository.Products.Select(project => project.Name).Except(Users, StringComparer.Ordinal)];

    public static TheoryData<string> OtherAssemblies { get; } = [.. CompiledAssembly.Names.Except(Users, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Others))]
    public void No_other_project_asks_for_the_client(string project) =>
        Assert.DoesNotContain(Repository.Projects[project].Packages, package => ((string?)package.Attribute("Include"))?.Contains("StackExchange.Redis", StringComparison.Ordinal) == true);

    // The package comes along with Coordination, so the project file alone does not tell.
    [Theory]
    [MemberData(nameof(OtherAssemblies))]
    public void No_other_assembly_uses_the_client(string assembly) => Assert.DoesNotContain("StackExchange.Redis", CompiledAssembly.ReferencesOf(assembly));

    [Fact]
    public void Coordination_uses_the_client() => Assert.Contains("StackExchange.Redis", CompiledAssembly.ReferencesOf("ThesisApp.Coordination"));
}
