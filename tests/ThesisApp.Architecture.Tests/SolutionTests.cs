using System.Text.RegularExpressions;
using System.Xml.Linq;
using ThesisApp.Architecture.Tests.Support;

namespace ThesisApp.Architecture.Tests;

/// <summary>How projects are kept together.</summary>
public sealed partial class SolutionTests
{
    private static readonly string[] OwnVersions = ["Version", "PackageVersion", "AssemblyVersion", "FileVersion", "VersionPrefix", "VersionSuffix", "InformationalVersion"];
    private static readonly string[] CentralSettings = ["TargetFramework", "TargetFrameworks", "LangVersion", "Nullable", "TreatWarningsAsErrors", "WarningsNotAsErrors", "NoWarn", "AnalysisLevel", "ManagePackageVersionsCentrally"];

    public static TheoryData<string> Projects { get; } = [.. Repository.Projects.Keys];

    [Fact]
    public void Every_project_is_in_the_solution_and_the_solution_has_no_other() =>
        Assert.Equal(
            Repository.Projects.Values.Select(project => Repository.Relative(project.FullPath)).Order(StringComparer.Ordinal),
            InSolution().Matches(Repository.Read("ThesisApp.sln")).Select(match => match.Groups[1].Value.Replace('\\', '/')).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_sets_no_version_of_a_package(string project) =>
        Assert.DoesNotContain(Repository.Projects[project].Packages, package => package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null || package.Elements().Any(element => element.Name.LocalName.StartsWith("Version", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_sets_no_version_of_its_own(string project) => Assert.DoesNotContain(Properties(project), property => OwnVersions.Contains(property, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_does_not_set_what_is_set_for_all(string project) => Assert.DoesNotContain(Properties(project), property => CentralSettings.Contains(property, StringComparer.Ordinal));

    [Fact]
    public void A_package_is_pinned_once()
    {
        string[] pinned = [.. XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion").Select(package => (string)package.Attribute("Include")!)];

        Assert.Equal(pinned.Distinct(StringComparer.OrdinalIgnoreCase), pinned);
    }

    [Fact]
    public void Warnings_are_errors() => Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);

    [Theory]
    [InlineData("ThesisApp.Contracts")]
    [InlineData("ThesisApp.Core")]
    [InlineData("ThesisApp.Coordination")]
    [InlineData("ThesisApp.Models")]
    [InlineData("ThesisApp.Writing")]
    [InlineData("ThesisApp.Agent")]
    public void What_an_agent_is_made_of_can_be_compiled_ahead_of_time(string project) => Assert.True(Repository.Projects[project].Says("IsAotCompatible", "true"));

    [Fact]
    public void Tests_are_not_shipped() => Assert.All(Repository.Projects.Values.Where(project => project.IsTest), project => Assert.True(project.Says("IsPackable", "false"), project.Name));

    private static IEnumerable<string> Properties(string project) => Repository.Projects[project].Xml.Descendants("PropertyGroup").Elements().Select(element => element.Name.LocalName);

    [GeneratedRegex("= \"[^\"]+\", \"([^\"]+\\.csproj)\"")]
    private static partial Regex InSolution();
}
