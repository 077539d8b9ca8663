using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Exporting;
using ThesisApp.Cli.Json;

namespace ThesisApp.Cli.Commands.Init;

/// <summary><c>thesis init [DIR]</c></summary>
internal sealed class InitCommand : ThesisCommand
{
    private readonly CliServices _services;

    private readonly Argument<string?> _folder = new("DIR")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Folder for the files; made if it is not there. Without it: the current one.",
    };

    /// <summary>Creates the command.</summary>
    public InitCommand(CliServices services)
        : base(
            "init",
            "Write a starter: a commented thesis.yaml, one example source and its bibliography. Never overwrites a file.",
            ("thesis init my-thesis", "start in a new folder"),
            ("thesis init", "start in this one"))
    {
        _services = services;
        Arguments.Add(_folder);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var given = parse.GetValue(_folder) ?? ".";
        var folder = new SafeFolder(given);
        var names = StarterFiles.Names;
        if (names.FirstOrDefault(name => Path.Exists(Path.Combine(folder.Path, name))) is { } taken)
        {
            throw new CliException(ExitCodes.BadInput, $"'{Path.Combine(folder.Path, taken)}' exists already; nothing was written.", "Name another folder, or move the file away.");
        }

        folder.CheckWritable();
        foreach (var name in names)
        {
            await folder.WriteAsync(name, StarterFiles.Read(name), cancellationToken);
        }

        if (parse.GetValue(Json))
        {
            _services.Terminal.WriteJson(new InitResult(folder.Path, names), CliJson.Default.InitResult);
            return ExitCodes.Success;
        }

        foreach (var name in names)
        {
            _services.Terminal.Output.WriteLine(Path.Combine(folder.Path, name));
        }

        var spec = given == "." ? "thesis.yaml" : Path.Combine(given, "thesis.yaml");
        _services.Terminal.Say($"Next: put your notes into sources/, edit thesis.yaml, then 'thesis generate {spec} --output {(given == "." ? "out" : Path.Combine(given, "out"))}'.");
        return ExitCodes.Success;
    }
}
