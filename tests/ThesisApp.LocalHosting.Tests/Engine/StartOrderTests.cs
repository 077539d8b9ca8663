using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using ThesisApp.LocalHosting.Engine;

namespace ThesisApp.LocalHosting.Tests.Engine;

public sealed class StartOrderTests
{
    private readonly IDistributedApplicationBuilder _builder = DistributedApplication.CreateBuilder([]);

    [Fact]
    public void A_resource_comes_after_all_that_it_waits_for()
    {
        IResourceBuilder<ExecutableResource> a = Add("a");
        IResourceBuilder<ExecutableResource> b = Add("b");
        IResourceBuilder<ExecutableResource> c = Add("c");
        a.WaitFor(c).WaitFor(b);
        b.WaitFor(c);

        Assert.Equal(["c", "b", "a"], Order());
    }

    [Fact]
    public void Resources_that_wait_for_nothing_keep_their_order()
    {
        Add("b");
        Add("a");
        Add("c");

        Assert.Equal(["b", "a", "c"], Order());
    }

    [Fact]
    public void A_circle_is_named_without_what_leads_into_it()
    {
        IResourceBuilder<ExecutableResource> entry = Add("entry");
        IResourceBuilder<ExecutableResource> a = Add("a");
        IResourceBuilder<ExecutableResource> b = Add("b").WaitFor(a);
        a.WaitFor(b);
        entry.WaitFor(a);

        HostingException refusal = Assert.Throws<HostingException>(Order);
        Assert.Contains(": a -> b -> a.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_is_a_bad_setting()
    {
        IResourceBuilder<ExecutableResource> a = Add("a");
        a.WaitFor(a);

        Assert.Equal(HostingException.BadSettings, Assert.Throws<HostingException>(Order).ExitCode);
    }

    private IResourceBuilder<ExecutableResource> Add(string name) => _builder.AddExecutable(name, "true", ".");

    private string[] Order() => [.. StartOrder.Of(_builder.Resources).Select(resource => resource.Name)];
}
