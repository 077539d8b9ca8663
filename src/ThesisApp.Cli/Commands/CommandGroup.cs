namespace ThesisApp.Cli.Commands;

/// <summary>A command that only has subcommands.</summary>
internal sealed class CommandGroup : ThesisCommand
{
    /// <summary>Creates the group; its examples are those of its subcommands.</summary>
    public CommandGroup(string name, string description, params ThesisCommand[] subcommands)
        : base(name, description, [.. subcommands.SelectMany(command => command.Examples)])
    {
        foreach (var command in subcommands)
        {
            Subcommands.Add(command);
        }
    }
}
