using ThesisApp.Models.Calls;

namespace ThesisApp.Writing.Chat.Asking;

/// <summary>For texts that can be had without a model as well: a prompt that is longer than the model can read, or that it will not answer, is no reason to fail. A model that lets nobody in is.</summary>
internal static class Readable
{
    /// <summary>The answer, or why there is none.</summary>
    /// <param name="ask">Asks the model.</param>
    /// <param name="orRejected">No answer as well where the endpoint does not take the request: for prompts whose length nothing bounds.</param>
    public static async Task<Asked<T>> AskAsync<T>(Func<Task<T?>> ask, bool orRejected = false)
        where T : class
    {
        try
        {
            return await ask() is { } answer ? new Asked<T>(answer, null) : new Asked<T>(null, "the model gave no answer of the form that it was asked for");
        }
        catch (ModelCallException exception) when (IsAboutText(exception) && (orRejected || exception.Kind != ModelFailureKind.Rejected))
        {
            return new Asked<T>(null, exception.Kind switch
            {
                ModelFailureKind.TooLong => "the prompt was longer than the model can read",
                ModelFailureKind.Refused => "the model declined to answer",
                _ => "the model's endpoint did not take the request; the agents' logs say what it answered",
            });
        }
    }

    /// <summary>The answer, or null where the prompt is too long for the model or it declines.</summary>
    public static async Task<T?> OrNullAsync<T>(Func<Task<T?>> ask)
        where T : class => (await AskAsync(ask)).Answer;

    /// <summary>True if a call may have failed for what it asked: endpoints say in many ways that a prompt is too long for them, and not all of these are known as such.</summary>
    public static bool IsAboutText(ModelCallException exception) => exception.Kind is ModelFailureKind.TooLong or ModelFailureKind.Refused or ModelFailureKind.Rejected;
}
