using System.Text.RegularExpressions;
using ThesisApp.Architecture.Tests.Support;

namespace ThesisApp.Architecture.Tests;

/// <summary>What every source file keeps to.</summary>
public sealed partial class SourceFileTests
{
    // Entry points have statements instead of a type, and an assembly's attributes belong to none.
    private static readonly string[] WithoutType = ["Program.cs", "AppHost.cs", "AssemblySettings.cs"];

    // Aspire's Run() is synchronous, and this is its likeness.
    private const string BlockingByDesign = "src/ThesisApp.LocalHosting/Builder/DistributedApplication.cs";

    private static readonly (string Path, string Text)[] Sources = [.. Repository.Files("*.cs").Select(path => (Repository.Relative(path), File.ReadAllText(path)))];

    [Fact]
    public void There_are_files_to_look_at() => Assert.True(Sources.Length > 200);

    [Fact]
    public void A_file_holds_one_type_and_is_named_after_it() =>
        Assert.All(
            Sources.Where(source => !WithoutType.Contains(Path.GetFileName(source.Path), StringComparer.Ordinal)),
            source => Assert.Equal([Path.GetFileName(source.Path).Split('.')[0]], TopLevelType().Matches(source.Text).Select(match => match.Groups[1].Value)));

    [Fact]
    public void The_time_comes_from_a_TimeProvider() => Assert.All(Sources.Where(source => !source.Path.StartsWith("tests/", StringComparison.Ordinal)), source => Assert.DoesNotMatch(Clock(), source.Text));

    [Fact]
    public void The_compiler_refuses_the_clock_too() =>
        Assert.All(["System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTimeOffset.UtcNow"], banned => Assert.Contains($"P:{banned};", Repository.Read("eng/BannedSymbols.txt"), StringComparison.Ordinal));

    [Fact]
    public void Nothing_waits_for_a_task_by_blocking() =>
        Assert.All(
            Sources.Where(source => !source.Path.StartsWith("tests/", StringComparison.Ordinal) && source.Path != BlockingByDesign),
            source => Assert.DoesNotMatch(Blocking(), source.Text));

    [Fact]
    public void A_warning_is_switched_off_only_with_a_reason() =>
        Assert.All(Sources.SelectMany(source => PragmaDisable().Matches(source.Text).Select(match => (source.Path, match.Value))), pragma => Assert.Matches("//.{10,}", pragma.Value));

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|unsafe|ref)\s+)*(?:class|struct|interface|enum|record(?:\s+(?:struct|class))?)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|Thread\.Sleep\(")]
    private static partial Regex Blocking();

    [GeneratedRegex(@"^\s*#pragma warning disable.*$", RegexOptions.Multiline)]
    private static partial Regex PragmaDisable();
}
