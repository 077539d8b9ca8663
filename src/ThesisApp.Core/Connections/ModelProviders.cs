namespace ThesisApp.Core.Connections;

/// <summary>Whose wire form an endpoint speaks.</summary>
public static class ModelProviders
{
    /// <summary>OpenAI's, and that of vLLM, llama.cpp, LM Studio and most others.</summary>
    public const string OpenAi = "openai";

    /// <summary>OpenAI's as Azure serves it: the key in a header of its own.</summary>
    public const string Azure = "azure";

    /// <summary>Anthropic's messages.</summary>
    public const string Anthropic = "anthropic";

    /// <summary>Ollama's own.</summary>
    public const string Ollama = "ollama";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [OpenAi, Azure, Anthropic, Ollama];
}
