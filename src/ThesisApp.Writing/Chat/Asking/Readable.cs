using ThesisApp.Models.Calls;

namespace ThesisApp.Writing.Chat.Asking;

/// <summary>For texts that can be had without a model as well: a prompt that is longer than the model can read, or that it will not answer, is no reason to fail.</summary>
internal static class Readable
{
    /// <summary>The answer, or null where the prompt is too long for the model or it declines.</summary>
    /// <param name="ask">Asks the model.</param>
    /// <param name="orRejected">Null as well where the endpoint does not take the request: for prompts whose length nothing bounds.</param>
    public static async Task<T?> OrNullAsync<T>(Func<Task<T?>> ask, bool orRejected = false)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (ModelCallException exception) when (IsAboutText(exception) && (orRejected || exception.Kind != ModelFailureKind.Rejected))
        {
            return null;
        }
    }

    /// <summary>True if a call may have failed for what it asked: endpoints say in many ways that a prompt is too long for them, and not all of these are known as such.</summary>
    public static bool IsAboutText(ModelCallException exception) => exception.Kind is ModelFailureKind.TooLong or ModelFailureKind.Refused or ModelFailureKind.Rejected;
}
