using System.Text.RegularExpressions;
using System.Xml.Linq;
using ThesisApp.Architecture.Tests.Support;

namespace ThesisApp.Architecture.Tests;

/// <summary>One topology, two engines.</summary>
public sealed partial class AppHostTests
{
    [Fact]
    public void The_topology_is_the_same_for_both_engines() => Assert.DoesNotMatch(Conditional(), Repository.Read("ThesisApp.AppHost/AppHost.cs"));

    [Fact]
    public void The_topology_names_no_engine() => Assert.DoesNotContain("LocalHosting", Repository.Read("ThesisApp.AppHost/AppHost.cs"), StringComparison.Ordinal);

    [Fact]
    public void Aspires_packages_are_asked_for_only_when_it_is_wanted() =>
        Assert.All(
            Repository.Projects.Values.SelectMany(project => project.Packages).Where(package => ((string?)package.Attribute("Include"))?.StartsWith("Aspire.", StringComparison.Ordinal) == true),
            package => Assert.Contains("'$(UseAspire)' == 'true'", (string?)package.Parent!.Attribute("Condition") ?? "", StringComparison.Ordinal));

    [Fact]
    public void Aspires_SDK_and_packages_have_one_version()
    {
        string pinned = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("AspireVersion").Single().Value;

        Assert.All(
            Repository.Projects["ThesisApp.AppHost"].Xml.Descendants("Import").Where(import => (string?)import.Attribute("Sdk") == "Aspire.AppHost.Sdk"),
            import => Assert.Equal(pinned, (string?)import.Attribute("Version")));
    }

    [Fact]
    public void No_version_is_given_for_the_package_that_Aspires_SDK_refers_to_by_itself() =>
        Assert.DoesNotContain(
            XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion"),
            version => (string?)version.Attribute("Include") == "Aspire.Hosting.AppHost");

    [Fact]
    public void The_local_engine_stands_by_itself() => Assert.DoesNotContain(CompiledAssembly.ReferencesOf("ThesisApp.LocalHosting"), name => name.StartsWith("ThesisApp.", StringComparison.Ordinal) || name.StartsWith("Aspire.", StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*#\s*(if|elif|else|define)\b", RegexOptions.Multiline)]
    private static partial Regex Conditional();
}
