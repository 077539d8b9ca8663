using System.CommandLine;
using ThesisApp.Sandboxes;

namespace ThesisApp.Cli.Commands;

/// <summary>The option that names a kind of sandbox.</summary>
internal static class SandboxOption
{
    /// <summary>Creates the option.</summary>
    public static Option<string?> Create(string description)
    {
        var option = new Option<string?>("--sandbox") { HelpName = string.Join('|', SandboxKinds.All), Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var kind }] && !SandboxKinds.All.Contains(kind, StringComparer.Ordinal))
            {
                result.AddError($"There is no sandbox '{kind}'. There are {string.Join(", ", SandboxKinds.All)}.");
            }
        });
        return option;
    }
}
