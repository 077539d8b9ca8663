using ThesisApp.Sandboxes.Docker;

namespace ThesisApp.Sandboxes.Tests.Docker;

public sealed class DockerEventTests
{
    [Fact]
    public void The_end_of_a_sandbox_is_read_with_its_code() =>
        Assert.Equal(
            new DockerEvent("box-1", false, 137, "1700000000"),
            DockerEvent.Read("""{"Action":"die","time":1700000000,"Actor":{"Attributes":{"thesis.sandbox":"box-1","exitCode":"137"}}}"""));

    [Fact]
    public void An_end_without_a_code_is_an_end() =>
        Assert.Equal(
            new DockerEvent("box-1", false, null, null),
            DockerEvent.Read("""{"Action":"die","Actor":{"Attributes":{"thesis.sandbox":"box-1","exitCode":"none"}}}"""));

    [Theory]
    [InlineData("""{"Action":"die"}""")]
    [InlineData("""["die"]""")]
    [InlineData("half a li")]
    public void A_line_that_cannot_be_read_is_passed_over(string line) => Assert.Null(DockerEvent.Read(line));

    [Fact]
    public void What_a_container_writes_is_bounded_on_the_engine_s_disk()
    {
        SandboxSpec spec = new() { Id = "box-1", Command = ["yes"] };

        var log = DockerContainer.Describe(spec, new DockerLauncherOptions { Image = "any" }).HostConfig!.LogConfig!;

        Assert.Equal("json-file", log.Type);
        Assert.Equal(("1m", "1"), (log.Config!["max-size"], log.Config!["max-file"]));
    }
}
