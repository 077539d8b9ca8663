using System.Xml.Linq;

namespace ThesisApp.Architecture.Tests.Support;

/// <summary>A project file.</summary>
internal sealed record ProjectFile(string FullPath, XDocument Xml)
{
    public string Name => Path.GetFileNameWithoutExtension(FullPath);

    public bool IsTest => Repository.Relative(FullPath).StartsWith("tests/", StringComparison.Ordinal);

    /// <summary>Names of the projects that it compiles against; what is only built along is left out.</summary>
    public IEnumerable<string> References =>
        Xml.Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));

    public IEnumerable<XElement> Packages => Xml.Descendants("PackageReference");

    public bool Says(string property, string value) => Xml.Descendants(property).Any(element => element.Value == value);
}
