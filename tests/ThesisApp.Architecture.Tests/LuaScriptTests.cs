using System.Reflection;
using System.Text.RegularExpressions;
using ThesisApp.Architecture.Tests.Support;

namespace ThesisApp.Architecture.Tests;

/// <summary>The scripts of the board: described, embedded, and safe in a cluster.</summary>
public sealed partial class LuaScriptTests
{
    private const string Folder = "src/ThesisApp.Coordination/Scripts/";

    public static TheoryData<string> Scripts { get; } = [.. Repository.Files("*.lua").Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_says_what_it_does_first(string script) => Assert.Matches("^-- [A-Z].*[.:]", Repository.Read(Folder + script));

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_describes_its_keys_arguments_and_results(string script)
    {
        string header = Header().Match(Repository.Read(Folder + script)).Value;

        // The prelude's keys are those of every script of a run, and it returns nothing by itself.
        string[] needed = script == "prelude.lua" ? ["KEYS", "ARGV"] : UsesPrelude(script) ? ["ARGV:", "Returns:"] : ["KEYS:", "ARGV:", "Returns:"];
        Assert.All(needed, word => Assert.Contains(word, header, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_touches_only_keys_that_were_passed(string script)
    {
        HashSet<string> declared = [.. Declared().Match(Repository.Read(Folder + "prelude.lua")).Groups[1].Value.Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];

        // A name in small letters is a parameter of a function, whose callers stand in the same file.
        Assert.All(
            Call().Matches(Repository.Read(Folder + script)).Where(call => call.Groups[1].Value is not ("PUBLISH" or "PUBSUB" or "TIME")),
            call => Assert.True(declared.Contains(call.Groups[2].Value) || KeyExpression().IsMatch(call.Groups[2].Value), call.Value));
    }

    [Fact]
    public void Every_script_is_embedded()
    {
        string[] embedded = [.. Assembly.Load("ThesisApp.Coordination").GetManifestResourceNames().Where(name => name.EndsWith(".lua", StringComparison.Ordinal))];

        Assert.Equal(Repository.Files("*.lua").Select(path => Path.GetFileName(path)!), embedded.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_script_takes_the_time_from_an_agent() =>
        Assert.All(Scripts, row => Assert.DoesNotMatch(@"\bos\.(time|clock|date)\b", Repository.Read(Folder + row.Data)));

    private static bool UsesPrelude(string script) => !Repository.Read(Folder + script).Contains("KEYS[", StringComparison.Ordinal);

    [GeneratedRegex(@"\A(--.*\n)+")]
    private static partial Regex Header();

    [GeneratedRegex(@"^local ([A-Z, \n]+?) =\s+KEYS\[1\]", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\bp?call(?:_with)?\('([A-Z]+)'(?:,\s*([^,()]+(?:\[[^\]]*\])?))?")]
    private static partial Regex Call();

    [GeneratedRegex(@"^(KEYS\[\d+\]|[a-z]+)$")]
    private static partial Regex KeyExpression();
}
