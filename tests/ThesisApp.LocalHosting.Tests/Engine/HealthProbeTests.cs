using System.Net;
using System.Net.Sockets;
using System.Text;
using ThesisApp.LocalHosting.Engine;

namespace ThesisApp.LocalHosting.Tests.Engine;

public sealed class HealthProbeTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, Ports.Free());

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task It_waits_until_something_listens()
    {
        Task waiting = WaitAsync(200);
        Assert.False(waiting.IsCompleted);

        _listener.Start();
        await AnswerAsync(200);

        await waiting;
    }

    [Fact]
    public async Task It_waits_until_the_status_is_the_right_one()
    {
        _listener.Start();
        Task waiting = WaitAsync(204);

        await AnswerAsync(503);
        await AnswerAsync(200);
        Assert.False(waiting.IsCompleted);
        await AnswerAsync(204);

        await waiting;
    }

    [Fact]
    public async Task It_can_be_cancelled()
    {
        using CancellationTokenSource cancel = new();
        Task waiting = new HealthProbe(Url, 200, TimeProvider.System).WaitAsync(cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private Uri Url => new($"http://{_listener.LocalEndpoint}/health");

    private Task WaitAsync(int status) =>
        new HealthProbe(Url, status, TimeProvider.System).WaitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    private async Task AnswerAsync(int status)
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        _ = await stream.ReadAsync(new byte[4096], TestContext.Current.CancellationToken);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"), TestContext.Current.CancellationToken);
    }
}
