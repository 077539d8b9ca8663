using ThesisApp.Core.Checks;

namespace ThesisApp.Cli.Commands.Check;

/// <summary>What <c>thesis check --json</c> prints.</summary>
/// <param name="File">The file that was checked.</param>
/// <param name="Passed">False if there is a finding of the severity that <c>--fail-on</c> names, or a worse one.</param>
/// <param name="Errors">Findings that are errors.</param>
/// <param name="Warnings">Findings that are warnings.</param>
/// <param name="Report">The findings and figures.</param>
internal sealed record CheckResult(string File, bool Passed, int Errors, int Warnings, ThesisReport Report);
