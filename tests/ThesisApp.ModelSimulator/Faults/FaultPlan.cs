namespace ThesisApp.ModelSimulator.Faults;

/// <summary>Decides which faults an attempt at a request has.</summary>
internal sealed class FaultPlan(SimulatorOptions options, Dice dice)
{
    /// <summary>The fault of the transport, or null.</summary>
    public string? Transport => FaultNames.OfTransport.FirstOrDefault(Happens);

    /// <summary>True if a fault happens.</summary>
    public bool Happens(string fault) => (options.Faults.Count == 0 || options.Faults.Contains(fault)) && dice.Throw(fault) < options.FaultRate;
}
