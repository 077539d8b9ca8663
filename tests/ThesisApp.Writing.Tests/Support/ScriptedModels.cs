using Microsoft.Extensions.AI;
using ThesisApp.Models;

namespace ThesisApp.Writing.Tests.Support;

/// <summary>One model for all stages that gives the answers it was told to, in order; the last one again and again.</summary>
internal sealed class ScriptedModels(params Func<string>[] answers) : IStageModels, IChatClient
{
    private int _asked;

    /// <summary>What it was asked.</summary>
    public List<string> Prompts { get; } = [];

    public IChatClient For(string stage) => this;

    public string NameOf(string stage) => "scripted";

    public string IdentityOf(string stage) => "scripted";

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Prompts.Add(string.Join('\n', messages.Select(message => message.Text)));
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answers[Math.Min(_asked++, answers.Length - 1)]())));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
