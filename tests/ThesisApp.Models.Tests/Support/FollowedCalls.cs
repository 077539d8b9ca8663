using ThesisApp.Models.Calls;
using ThesisApp.TestSupport.Models;

namespace ThesisApp.Models.Tests.Support;

/// <summary>Calls of a simulated model with somebody who follows them, as an agent's task does; from here to its disposal.</summary>
internal sealed class FollowedCalls : IDisposable
{
    private readonly SimulatedModel _model;
    private readonly CallScope _scope;

    /// <param name="model">The model at the other end.</param>
    /// <param name="models">The models as an agent has them; disposed of with this.</param>
    public FollowedCalls(SimulatedModel model, TestModels models)
    {
        _model = model;
        Models = models;
        _scope = CallScope.Begin(Recorder);
    }

    public TestModels Models { get; }

    public CallRecorder Recorder { get; } = new();

    /// <summary>Holds that a fault has happened, and that each request was answered, and paid for, once all the same.</summary>
    /// <returns>What the model has served.</returns>
    public async Task<ServedAccount> MustHaveOvercomeAsync(string fault, CancellationToken cancellationToken)
    {
        ServedAccount account = await _model.ReadAccountAsync(cancellationToken);
        Assert.Contains(account.Requests, request => request.Faults.Contains(fault));
        Assert.All(account.Requests, request => Assert.Equal(1, request.Completed));
        Assert.Equal(account.Billed, Recorder.Paid.Count);
        Assert.Equal(fault == "429-retry-after", !Models.Gate.Holds.IsEmpty);
        return account;
    }

    public void Dispose()
    {
        _scope.Dispose();
        Models.Dispose();
    }
}
