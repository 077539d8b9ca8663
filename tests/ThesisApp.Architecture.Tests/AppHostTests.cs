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
    public void Both_engines_have_the_same_methods_for_deployment()
    {
        string[] local = Methods("Local");

        Assert.Equal(2, local.Length);
        Assert.Equal(local, Methods("Aspire"));

        static string[] Methods(string engine) => [.. Extension().Matches(Repository.Read($"ThesisApp.AppHost/Engines/{engine}/DeploymentEnvironment.cs")).Select(match => match.Value)];
    }

    [Theory]
    [InlineData("compose", "AddDockerComposeEnvironment(\"compose\")", "Aspire.Hosting.Docker")]
    [InlineData("azure", "AddAzureContainerAppEnvironment(\"aca\")", "Aspire.Hosting.Azure.AppContainers")]
    [InlineData("kubernetes", "AddKubernetesEnvironment(name)", "Aspire.Hosting.Kubernetes")]
    public void A_target_of_a_deployment_has_its_environment_and_its_package(string target, string call, string package)
    {
        string code = string.Concat(Repository.Files("*.cs").Select(Repository.Relative).Where(path => path.StartsWith("ThesisApp.AppHost/Engines/Aspire/", StringComparison.Ordinal)).Select(Repository.Read));

        Assert.Contains($"\"{target}\"", code, StringComparison.Ordinal);
        Assert.Contains(call, code, StringComparison.Ordinal);
        Assert.Contains(Repository.Projects["ThesisApp.AppHost"].Packages, reference => (string?)reference.Attribute("Include") == package);
    }

    [Fact]
    public void Of_two_files_that_stand_for_each_other_exactly_one_is_compiled()
    {
        // Aspire.Hosting.Kubernetes has pre-releases only, and is not in the default set.
        string[] conditions = [.. Repository.Projects["ThesisApp.AppHost"].Xml.Descendants("Compile").Where(compile => ((string?)compile.Attribute("Remove"))?.Contains("Kubernetes", StringComparison.Ordinal) == true).Select(compile => $"{(string?)compile.Attribute("Remove")} {(string?)compile.Parent!.Attribute("Condition")}")];

        Assert.Equal(
            [
                "Engines/Aspire/WithKubernetes/** '$(UseAspire)' == 'true' and '$(AspireKubernetesVersion)' == ''",
                "Engines/Aspire/WithoutKubernetes/** '$(UseAspire)' == 'true' and '$(AspireKubernetesVersion)' != ''",
            ],
            conditions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_local_engine_stands_by_itself() => Assert.DoesNotContain(CompiledAssembly.ReferencesOf("ThesisApp.LocalHosting"), name => name.StartsWith("ThesisApp.", StringComparison.Ordinal) || name.StartsWith("Aspire.", StringComparison.Ordinal));

    [GeneratedRegex(@"public static \S+ \w+\(this [^)]*\)")]
    private static partial Regex Extension();

    [GeneratedRegex(@"^\s*#\s*(if|elif|else|define)\b", RegexOptions.Multiline)]
    private static partial Regex Conditional();
}
