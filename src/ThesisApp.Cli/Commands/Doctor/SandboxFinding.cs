using System.Text.Json;
using ThesisApp.Sandboxes;

namespace ThesisApp.Cli.Commands.Doctor;

/// <summary>What a kind of sandbox is worth on this machine.</summary>
/// <param name="Kind">As <c>--sandbox</c> takes it.</param>
/// <param name="Available">True if it can be had.</param>
/// <param name="Reason">By what, or why not.</param>
/// <param name="Guarantees">What it withholds and what not.</param>
internal sealed record SandboxFinding(string Kind, bool Available, string Reason, IReadOnlyList<GuaranteeFinding> Guarantees)
{
    /// <summary>Puts a launcher's report into the form that scripts read.</summary>
    public static SandboxFinding Of(SandboxReport report) => new(
        report.Kind,
        report.IsAvailable,
        report.Reason,
        [.. report.Guarantees.Select(entry => new GuaranteeFinding(JsonNamingPolicy.CamelCase.ConvertName(entry.Guarantee.ToString()), entry.IsInForce, entry.By))]);
}
