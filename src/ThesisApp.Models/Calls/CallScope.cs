namespace ThesisApp.Models.Calls;

/// <summary>Says for which task calls are made. It flows with the work, as an activity does: writers need not hand it on.</summary>
public sealed class CallScope : IDisposable
{
    private static readonly AsyncLocal<CallScope?> Ambient = new();

    private readonly CallScope? _outer;

    private CallScope(ICallObserver observer)
    {
        Observer = observer;
        _outer = Ambient.Value;
        Ambient.Value = this;
    }

    /// <summary>Who follows the calls of the work at hand, or null.</summary>
    public static ICallObserver? Current => Ambient.Value?.Observer;

    private ICallObserver Observer { get; }

    /// <summary>Begins the work on a task.</summary>
    public static CallScope Begin(ICallObserver observer) => new(observer);

    /// <summary>Ends it.</summary>
    public void Dispose() => Ambient.Value = _outer;
}
