using System.Text;
using ThesisApp.Orchestrator.Pool;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Tests.Pool;

public sealed class GatePlaceTests
{
    [Fact]
    public void It_is_beside_the_sandboxes() => Assert.Equal("/srv/boxes/gate", GatePlace.Of(new SandboxOptions { Directory = "/srv/boxes" }));

    [Fact]
    public void A_path_that_no_socket_can_have_is_replaced_by_a_short_one_the_same_each_time()
    {
        SandboxOptions options = new() { Directory = "/srv/" + new string('ä', 60) };

        string place = GatePlace.Of(options);

        Assert.True(Encoding.UTF8.GetByteCount(place) <= 96, place);
        Assert.Equal(place, GatePlace.Of(options));
        Assert.NotEqual(place, GatePlace.Of(new SandboxOptions { Directory = options.Directory + "b" }));
    }
}
