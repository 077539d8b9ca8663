using System.Net;
using System.Net.Sockets;
using ThesisApp.Sandboxes.Gates;

namespace ThesisApp.Sandboxes.Tests.Gates;

public sealed class SocketGateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gate-").FullName;
    private readonly TcpListener _target = new(IPAddress.Loopback, 0);

    public SocketGateTests() => _target.Start();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _target.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_guest_too_many_is_closed_and_the_gate_stays_open_for_the_next()
    {
        await using SocketGate gate = SocketGate.Open(Path.Combine(_folder, "gate"), "127.0.0.1", ((IPEndPoint)_target.LocalEndpoint).Port, most: 1);
        using Socket first = await ConnectAsync(gate);
        using Socket host = await _target.AcceptSocketAsync(Cancellation);

        using (Socket second = await ConnectAsync(gate))
        {
            Assert.Equal(0, await second.ReceiveAsync(new byte[1], Cancellation));
        }

        first.Close();
        Assert.Equal(0, await host.ReceiveAsync(new byte[1], Cancellation));
        Task<Socket> arriving = _target.AcceptSocketAsync(Cancellation).AsTask();
        List<Socket> tries = [];
        while (!arriving.IsCompleted)
        {
            // The first one's place is free soon after its end, not with it.
            tries.Add(await ConnectAsync(gate));
            await Task.WhenAny(arriving, tries[^1].ReceiveAsync(new byte[1], Cancellation).AsTask());
        }

        (await arriving).Dispose();
        tries.ForEach(socket => socket.Dispose());
    }

    private static async Task<Socket> ConnectAsync(SocketGate gate)
    {
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(gate.Path), Cancellation);
        return socket;
    }
}
