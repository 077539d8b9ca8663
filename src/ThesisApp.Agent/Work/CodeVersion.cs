using ThesisApp.Core;
using ThesisApp.Documents.Assembly;
using ThesisApp.Models;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Work;

/// <summary>Tells apart builds of the code that makes results, so that no result of an older build is taken for one of this.</summary>
internal static class CodeVersion
{
    /// <summary>The module version ids of all assemblies that a result can depend on; the same sources give the same ids, since builds are deterministic.</summary>
    public static byte[] Current { get; } =
    [
        .. new[] { typeof(CoreJson), typeof(DocumentAssembler), typeof(IWriter), typeof(IStageModels), typeof(CodeVersion) }.SelectMany(type => type.Module.ModuleVersionId.ToByteArray()),
    ];
}
