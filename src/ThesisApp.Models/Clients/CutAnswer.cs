using Microsoft.Extensions.AI;
using ThesisApp.Core.Sources;

namespace ThesisApp.Models.Clients;

/// <summary>Takes the sentence off an answer that was cut off in its middle: it must not be taken for a whole one.</summary>
internal static class CutAnswer
{
    /// <summary>The answer up to its last whole sentence, or null if there is none.</summary>
    public static ChatResponse? Whole(ChatResponse response)
    {
        string text = Whole(response.Text);
        return text.Length == 0
            ? null
            : new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = response.FinishReason, Usage = response.Usage, ModelId = response.ModelId };
    }

    private static string Whole(string text)
    {
        // What is not prose is judged by who asked for it.
        if (text.AsSpan().TrimStart() is ['{' or '[' or '`', ..])
        {
            return text;
        }

        int line = text.TrimEnd().LastIndexOf('\n') + 1;
        IReadOnlyList<string> sentences = SentenceSplitter.Split(text[line..].Trim());
        bool ends = sentences is [.., var last] && last.TrimEnd('"', '”', '’', ')', ']', '»') is [.., '.' or '!' or '?'];
        string kept = string.Join(' ', ends ? sentences : sentences.SkipLast(1));
        return kept.Length > 0 ? text[..line] + kept : text[..line].TrimEnd();
    }
}
