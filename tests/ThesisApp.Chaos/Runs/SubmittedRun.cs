namespace ThesisApp.Chaos.Runs;

/// <summary>A run under fire.</summary>
/// <param name="thesis">What it makes.</param>
/// <param name="key">Its idempotency key.</param>
internal sealed class SubmittedRun(Thesis thesis, string key)
{
    public Thesis Thesis => thesis;

    public string Key => key;

    /// <summary>Its id, once it was submitted.</summary>
    public string Id { get; set; } = string.Empty;

    /// <summary>Its tasks, once it was checked.</summary>
    public int Tasks { get; set; }

    /// <summary>Leases that ran out in it.</summary>
    public int Expired { get; set; }

    /// <summary>Tasks that were tried again after a failure.</summary>
    public int Retried { get; set; }
}
