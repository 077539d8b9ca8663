using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using ThesisApp.Coordination.Runs;
using ThesisApp.Coordination.Usage;
using ThesisApp.Core.Specification;

namespace ThesisApp.Agent.Calls;

/// <summary>Holds runs to the budgets that their specifications set. Looked at before each call, so a run exceeds its budget by at most the calls in flight.</summary>
internal sealed class RunBudgets(IRunStore runs, IUsageLedger ledger)
{
    // More runs than an agent works for at a time; beyond that they are read again.
    private const int RunsKept = 256;

    private readonly ConcurrentDictionary<string, BudgetSpec?> _budgets = new(StringComparer.Ordinal);

    /// <summary>Throws if a run has used up its budget.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="model">The model that is to be called.</param>
    /// <param name="hasPrice">Whether it is known what that costs.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="BudgetExhaustedException">It has, or nobody could tell.</exception>
    public async Task CheckAsync(string runId, string model, bool hasPrice, CancellationToken cancellationToken)
    {
        if (await FindAsync(runId, cancellationToken) is not { } budget)
        {
            return;
        }

        // Counted as nothing, its calls would never come to the budget's end.
        if (budget.Cost is not null && !hasPrice)
        {
            throw new BudgetExhaustedException($"The budget of the run is in money, and Models:Prices has no line for the model {model}. Add one (0 where it costs nothing) and resume the run.");
        }

        SpentBudget spent = await ledger.ReadSpentAsync(runId, cancellationToken);
        string? used = spent switch
        {
            _ when spent.Tokens >= budget.Tokens => string.Create(CultureInfo.InvariantCulture, $"{spent.Tokens:N0} of {budget.Tokens:N0} tokens"),
            _ when spent.Cost >= budget.Cost => string.Create(CultureInfo.InvariantCulture, $"{spent.Cost:0.00} of {budget.Cost:0.00} in money"),
            _ when spent.Time >= TimeSpan.FromMinutes(budget.Minutes ?? int.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"{spent.Time.TotalMinutes:F0} of {budget.Minutes} minutes"),
            _ => null,
        };
        if (used is not null)
        {
            throw new BudgetExhaustedException($"The budget of the run is used up: {used}. Everything that is done is kept; a resumption grants the same budget once more.");
        }
    }

    private async Task<BudgetSpec?> FindAsync(string runId, CancellationToken cancellationToken)
    {
        if (!_budgets.TryGetValue(runId, out BudgetSpec? budget))
        {
            ReadOnlyMemory<byte>? yaml = await runs.ReadInputAsync(runId, RunInputs.Spec, cancellationToken);
            budget = yaml is { } text ? SpecReader.Read(Encoding.UTF8.GetString(text.Span), "thesis.yaml").Spec?.Budget : null;
            if (_budgets.Count >= RunsKept)
            {
                _budgets.Clear();
            }

            _budgets[runId] = budget;
        }

        return budget;
    }
}
