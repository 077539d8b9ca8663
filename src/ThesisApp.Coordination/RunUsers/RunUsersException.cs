namespace ThesisApp.Coordination.RunUsers;

/// <summary>Runs cannot have users of their own at this store, or not in the way that is configured.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="innerException">The cause, if any.</param>
public sealed class RunUsersException(string message, Exception? innerException = null) : Exception(message, innerException);
