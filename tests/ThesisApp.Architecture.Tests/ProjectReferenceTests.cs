using ThesisApp.Architecture.Tests.Support;

namespace ThesisApp.Architecture.Tests;

/// <summary>The arrows of the design: which project may know which.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        // The services are what it starts, not what it calls.
        ["ThesisApp.AppHost"] = ["ThesisApp.LocalHosting", "ThesisApp.Contracts", "ThesisApp.Orchestrator", "ThesisApp.Agent", "ThesisApp.Web"],
        ["ThesisApp.ServiceDefaults"] = [],
        ["ThesisApp.Contracts"] = [],
        ["ThesisApp.Core"] = ["ThesisApp.Contracts"],
        ["ThesisApp.Coordination"] = ["ThesisApp.Core"],
        ["ThesisApp.Documents"] = ["ThesisApp.Core"],
        ["ThesisApp.Models"] = ["ThesisApp.Core"],
        ["ThesisApp.Writing"] = ["ThesisApp.Core", "ThesisApp.Models"],
        ["ThesisApp.Sandboxes"] = ["ThesisApp.Core"],
        ["ThesisApp.Orchestrator"] = ["ThesisApp.Core", "ThesisApp.Coordination", "ThesisApp.Sandboxes", "ThesisApp.Contracts", "ThesisApp.ServiceDefaults"],
        ["ThesisApp.Agent"] = ["ThesisApp.Core", "ThesisApp.Coordination", "ThesisApp.Documents", "ThesisApp.Models", "ThesisApp.Writing", "ThesisApp.ServiceDefaults"],
        ["ThesisApp.Client"] = ["ThesisApp.Contracts"],
        ["ThesisApp.Web"] = ["ThesisApp.Client", "ThesisApp.Contracts", "ThesisApp.ServiceDefaults"],
        ["ThesisApp.Cli"] = ["ThesisApp.Client", "ThesisApp.Contracts", "ThesisApp.Core", "ThesisApp.Documents", "ThesisApp.Sandboxes"],
        ["ThesisApp.LocalHosting"] = [],
    };

    public static TheoryData<string> Products { get; } = [.. Repository.Products.Select(project => project.Name)];

    public static TheoryData<string> Assemblies { get; } = [.. CompiledAssembly.Names];

    [Theory]
    [MemberData(nameof(Products))]
    public void A_project_is_in_the_design(string project) => Assert.Contains(project, Allowed.Keys);

    [Theory]
    [MemberData(nameof(Products))]
    public void A_project_references_only_what_the_design_allows(string project) => Assert.Empty(Repository.Projects[project].References.Except(Allowed[project], StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void What_is_compiled_knows_only_what_the_design_allows(string assembly)
    {
        string[] ours = [.. CompiledAssembly.ReferencesOf(assembly).Where(name => name.StartsWith("ThesisApp.", StringComparison.Ordinal))];

        Assert.Empty(ours.Except(Reachable(CompiledAssembly.ProjectOf(assembly)), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_shipped_project_but_the_AppHost_is_looked_at() =>
        Assert.Equal(
            Repository.Products.Select(project => project.Name).Where(name => name != "ThesisApp.AppHost").Order(StringComparer.Ordinal),
            CompiledAssembly.Names.Select(CompiledAssembly.ProjectOf).Order(StringComparer.Ordinal));

    [Fact]
    public void The_design_has_no_circle()
    {
        foreach (string project in Allowed.Keys)
        {
            Assert.DoesNotContain(project, Reachable(project));
        }
    }

    // What a project is allowed brings along what that is allowed: a record of Core may hold one of Contracts.
    private static HashSet<string> Reachable(string project)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        Stack<string> open = new(Allowed[project]);
        while (open.TryPop(out string? next))
        {
            if (reached.Add(next))
            {
                Array.ForEach(Allowed[next], open.Push);
            }
        }

        return reached;
    }
}
