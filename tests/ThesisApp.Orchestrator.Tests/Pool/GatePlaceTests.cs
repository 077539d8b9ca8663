using System.Text;
using ThesisApp.Orchestrator.Pool;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Tests.Pool;

public sealed class GatePlaceTests : IDisposable
{
    private const string Place = "abcd0123";

    private readonly string _folder = Directory.CreateTempSubdirectory("thesis-gates-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_is_beside_the_sandboxes_of_its_pool() => Assert.Equal("/srv/boxes/abcd0123/gate", GatePlace.Of(new SandboxOptions { Directory = "/srv/boxes" }, Place));

    [Fact]
    public void A_path_that_no_socket_can_have_is_replaced_by_a_short_one_the_same_each_time()
    {
        SandboxOptions options = new() { Directory = "/srv/" + new string('ä', 60) };

        string place = GatePlace.Of(options, Place);

        Assert.True(Encoding.UTF8.GetByteCount(place) <= 96, place);
        Assert.Equal(place, GatePlace.Of(options, Place));
        Assert.NotEqual(place, GatePlace.Of(options, "another"));
        Assert.NotEqual(place, GatePlace.Of(new SandboxOptions { Directory = options.Directory + "b" }, Place));
    }

    [Fact]
    public void Others_pass_through_its_folder_and_can_do_nothing_else_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files.");
        string gate = Path.Combine(_folder, "pool", "gate");

        GatePlace.Make(gate);
        GatePlace.Make(gate);

#pragma warning disable CA1416 // Skipped there.
        Assert.Equal("711", Convert.ToString((int)File.GetUnixFileMode(gate), 8));
#pragma warning restore CA1416
    }

    [Fact]
    public void A_folder_that_leads_elsewhere_is_refused()
    {
        string gate = Path.Combine(_folder, "gate");
        Directory.CreateSymbolicLink(gate, Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName);

        Assert.Throws<SandboxException>(() => GatePlace.Make(gate));
    }
}
