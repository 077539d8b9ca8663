using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ThesisApp.TestSupport.Processes;

namespace ThesisApp.Models.Tests.Support;

/// <summary>An endpoint of OpenAI's form that answers as a test says, and remembers what keys it was sent.</summary>
internal sealed class ScriptedEndpoint : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public ScriptedEndpoint(params Action<HttpListenerResponse>[] answers)
    {
        Url = $"http://127.0.0.1:{FreePort.Take()}";
        _listener.Prefixes.Add(Url + "/");
        _listener.Start();
        _serving = ServeAsync(answers);
    }

    public string Url { get; }

    public ConcurrentQueue<string?> Keys { get; } = [];

    /// <summary>What it was asked, as it came.</summary>
    public ConcurrentQueue<string> Bodies { get; } = [];

    /// <summary>A refusal.</summary>
    public static Action<HttpListenerResponse> Refuse(int status, string body, params (string Name, string Value)[] headers) => response =>
    {
        response.StatusCode = status;
        foreach ((string name, string value) in headers)
        {
            response.AddHeader(name, value);
        }

        Write(response, body);
    };

    /// <summary>An answer that ends for a reason, with 7 tokens in and 3 out.</summary>
    public static Action<HttpListenerResponse> Say(string text, string finish) => response =>
    {
        response.ContentType = "text/event-stream";
        const string Head = "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":0,\"model\":\"m\",\"choices\":";
        string delta = text.Length == 0 ? "{}" : $"{{\"content\":\"{text}\"}}";
        Write(response, $"{Head}[{{\"index\":0,\"delta\":{delta},\"finish_reason\":null}}]}}\n\n{Head}[{{\"index\":0,\"delta\":{{}},\"finish_reason\":\"{finish}\"}}]}}\n\n"
            + $"{Head}[],\"usage\":{{\"prompt_tokens\":7,\"completion_tokens\":3,\"total_tokens\":10}}}}\n\ndata: [DONE]\n\n");
    };

    /// <summary>An answer of one token after another that has no end.</summary>
    /// <param name="token">The token.</param>
    /// <param name="next">Called after each of them with their number so far; false ends the stream in the middle of the answer.</param>
    public static Action<HttpListenerResponse> Drip(string token, Func<int, bool> next) => response =>
    {
        response.ContentType = "text/event-stream";
        response.SendChunked = true;
        byte[] piece = Encoding.UTF8.GetBytes($"data: {{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":0,\"model\":\"m\",\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\"{token}\"}},\"finish_reason\":null}}]}}\n\n");
        try
        {
            int sent = 0;
            do
            {
                response.OutputStream.Write(piece);
                response.OutputStream.Flush();
            }
            while (next(++sent));
            response.Abort();
        }
        catch (Exception exception) when (exception is HttpListenerException or IOException or ObjectDisposedException)
        {
            // Whoever asked has gone.
        }
    };

    /// <summary>A stream of events, as it is.</summary>
    public static Action<HttpListenerResponse> Stream(string events) => response =>
    {
        response.ContentType = "text/event-stream";
        Write(response, events);
    };

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private static void Write(HttpListenerResponse response, string body)
    {
        response.OutputStream.Write(Encoding.UTF8.GetBytes(body));
        response.Close();
    }

    private async Task ServeAsync(Action<HttpListenerResponse>[] answers)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                Keys.Enqueue(context.Request.Headers["Authorization"] ?? context.Request.Headers["api-key"]);
                using (StreamReader body = new(context.Request.InputStream, Encoding.UTF8))
                {
                    Bodies.Enqueue(await body.ReadToEndAsync());
                }

                answers[Math.Min(i, answers.Length - 1)](context.Response);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
