using System.CommandLine;
using System.Globalization;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Specs;
using ThesisApp.Cli.Terminals;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Cli.Commands.Validate;

/// <summary><c>thesis validate SPEC</c></summary>
internal sealed class ValidateCommand : ThesisCommand
{
    private readonly CliServices _services;
    private readonly Argument<string> _spec = SpecArgument.Create();

    /// <summary>Creates the command.</summary>
    public ValidateCommand(CliServices services)
        : base(
            "validate",
            "Check a specification and everything that it refers to. Names every mistake with its line; starts nothing.",
            ("thesis validate thesis.yaml", "check one file"),
            ("thesis validate my-thesis --json", "check my-thesis/thesis.yaml, for a script"))
    {
        _services = services;
        Arguments.Add(_spec);
        SetAction(Execute);
    }

    private int Execute(ParseResult parse)
    {
        var loaded = new SpecFolder(parse.GetRequiredValue(_spec)).Load();
        if (parse.GetValue(Json))
        {
            var bundle = loaded.Bundle;
            _services.Terminal.WriteJson(
                new ValidateResult(bundle is not null, bundle?.Spec.Title, bundle?.Spec.Words ?? 0, bundle is null ? 0 : CountSections(bundle), [.. bundle?.Sources.Keys ?? []], loaded.Diagnostics) { Images = [.. bundle?.Images.Keys ?? []], Notices = bundle?.Notices ?? [] },
                CliJson.Default.ValidateResult);
            return bundle is null ? ExitCodes.BadInput : ExitCodes.Success;
        }

        var valid = loaded.OrThrow();
        Notices.Say(_services.Terminal, valid);
        _services.Terminal.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{SafeText.Line(valid.Spec.Title)}: valid. {valid.Spec.Words:N0} words in {CountSections(valid)} sections, {valid.Sources.Count} {(valid.Sources.Count == 1 ? "source" : "sources")} ({valid.Sources.Values.Sum(source => source.Length) / 1024.0:N0} KiB), {(valid.Bibliography is null ? "no bibliography" : $"bibliography {SafeText.Line(valid.Spec.Bibliography)}")}{valid.Images.Count switch { 0 => string.Empty, 1 => ", 1 image", var count => $", {count} images" }}."));
        return ExitCodes.Success;
    }

    private static int CountSections(SpecBundle bundle) => OutlineBuilder.Build(bundle.Spec).Chapters.Sum(chapter => chapter.Sections.Count);
}
