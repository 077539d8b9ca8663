using System.CommandLine;
using System.Globalization;

namespace ThesisApp.Cli.Commands;

/// <summary>Options that take a whole number within bounds.</summary>
internal static class NumberOption
{
    /// <summary>Creates the option.</summary>
    /// <param name="name">Its name, with dashes.</param>
    /// <param name="alias">Its short form, or null.</param>
    /// <param name="helpName">What the help calls the value.</param>
    /// <param name="least">Smallest value.</param>
    /// <param name="most">Largest value.</param>
    /// <param name="standard">Value where the option is left out.</param>
    /// <param name="description">What it is for.</param>
    public static Option<int> Create(string name, string? alias, string helpName, int least, int most, int standard, string description) => new(name, alias is null ? [] : [alias])
    {
        HelpName = helpName,
        Description = description,
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError($"{name} takes a whole number from {least} to {most}.");
            return standard;
        },
    };
}
