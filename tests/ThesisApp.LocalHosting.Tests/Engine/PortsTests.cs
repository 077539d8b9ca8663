using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using ThesisApp.LocalHosting.Engine;

namespace ThesisApp.LocalHosting.Tests.Engine;

public sealed class PortsTests
{
    private static readonly ProjectResource Resource = new("web");

    [Fact]
    public void Without_a_wish_a_free_port_is_given()
    {
        using TcpListener listener = new(IPAddress.Loopback, Ports.Take(Resource, null));

        listener.Start();

        Assert.True(listener.Server.IsBound);
    }

    [Fact]
    public void A_free_port_is_given_as_wished()
    {
        int port = Ports.Free();

        Assert.Equal(port, Ports.Take(Resource, port));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    public void A_busy_port_is_refused_with_its_number_and_the_resource(string address)
    {
        using TcpListener listener = new(IPAddress.Parse(address), 0);
        try
        {
            listener.Start();
        }
        catch (SocketException) when (address == "::1")
        {
            Assert.Skip("There is no IPv6 here.");
        }

        int port = ((IPEndPoint)listener.LocalEndpoint).Port;

        HostingException refusal = Assert.Throws<HostingException>(() => Ports.Take(Resource, port));
        Assert.StartsWith($"Port {port}, which 'web' is to listen on, is in use.", refusal.Message, StringComparison.Ordinal);
    }
}
