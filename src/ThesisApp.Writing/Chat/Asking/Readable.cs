using ThesisApp.Models.Calls;

namespace ThesisApp.Writing.Chat.Asking;

/// <summary>For texts that can be had without a model as well: a prompt that is longer than the model can read is no reason to fail.</summary>
internal static class Readable
{
    /// <summary>The answer, or null where the prompt is too long for the model.</summary>
    public static async Task<T?> OrNullAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (ModelCallException exception) when (exception.Kind == ModelFailureKind.TooLong)
        {
            return null;
        }
    }
}
