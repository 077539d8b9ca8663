using System.Reflection;
using System.Text;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>A thesis that is written to measure.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Yaml">Its specification.</param>
/// <param name="Compression">How many seconds of model time pass in one second: so many that ten agents work for a quarter or half a minute.</param>
/// <param name="Outline">What is planned of it.</param>
internal sealed record SpeedupThesis(string Name, string Yaml, int Compression, Outline Outline)
{
    /// <summary>What the title of a thesis starts with that is only to warm the agents up: it waits for no model.</summary>
    public const string WarmUp = "Warm-up";

    /// <summary>Sixty thousand words in own chapters, with needs between them as a careful author would state them.</summary>
    public static SpeedupThesis Large => Of("large", Read("speedup-thesis.yaml"), 8);

    /// <summary>The default template, with three questions.</summary>
    public static SpeedupThesis DefaultTemplate => Of("default template", Read("speedup-template.yaml"), 8);

    /// <summary>The same specification for warming up.</summary>
    public ReadOnlyMemory<byte> ToWarmUp => Encoding.UTF8.GetBytes(Yaml.Replace("\ntitle: ", $"\ntitle: {WarmUp} of ", StringComparison.Ordinal));

    /// <summary>The same with words added to one section's brief.</summary>
    public SpeedupThesis WithBrief(string section, string added)
    {
        int at = Yaml.IndexOf("brief: \"", Yaml.IndexOf($"id: {section},", StringComparison.Ordinal), StringComparison.Ordinal) + "brief: \"".Length;
        int end = Yaml.IndexOf('"', at);
        return this with { Yaml = Yaml.Insert(end, added) };
    }

    private static SpeedupThesis Of(string name, string yaml, int compression)
    {
        SpecReadResult read = SpecReader.Read(yaml, name);
        ThesisSpec spec = read.Spec ?? throw new InvalidOperationException($"The specification of {name} is not valid: {string.Join(" ", read.Diagnostics)}");
        Outline outline = OutlineBuilder.Build(spec);
        return new SpeedupThesis($"{name}: {outline.Chapters.Count} chapters, {outline.Sections.Count()} sections, {outline.Sections.Sum(section => section.Words):N0} words", yaml, compression, outline);
    }

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
