using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace ThesisApp.LocalHosting.Tests.Builder;

public sealed class ParameterTests
{
    [Fact]
    public async Task A_parameter_is_read_from_the_configuration()
    {
        IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder(["--Parameters:secret-word", "x"]);

        Assert.Equal("x", await builder.AddParameter("secret-word", secret: true).Resource.GetValueAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_parameter_that_is_not_set_is_refused_with_its_name()
    {
        ParameterResource parameter = DistributedApplication.CreateBuilder([]).AddParameter("secret-word").Resource;

        HostingException refusal = await Assert.ThrowsAsync<HostingException>(async () => await parameter.GetValueAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Parameters__secret-word", refusal.Message, StringComparison.Ordinal);
    }
}
