namespace ThesisApp.Writing.Allotment;

internal sealed partial class BlockAssignment
{
    // What another work says must suit a section nearly as well as what it has.
    private const double NearlyAsWell = 0.4;

    /// <summary>Gives sections that rest on fewer works than they should a passage of another, where that suits them nearly as well and its owner can spare it.</summary>
    /// <param name="usable">Usable words of each passage.</param>
    /// <param name="wanted">Works that each section should rest on.</param>
    /// <param name="suits">For a section and a passage: 0 where it cannot be lent to it, else the larger the better.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public void Spread(IReadOnlyList<int> usable, IReadOnlyList<int> wanted, Func<int, int, int> suits, CancellationToken cancellationToken)
    {
        HashSet<int> lent = [];
        for (int section = 0; section < _budgets.Length; section++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            HashSet<string> works = _given[section].Select(entry => _blocks[entry.Block].SourceId).ToHashSet(StringComparer.Ordinal);
            while (works.Count > 0 && works.Count < wanted[section] && Loan(section, works, usable, suits, lent) is { } loan)
            {
                if (loan.From != Nobody)
                {
                    _given[loan.From].Remove((loan.Passage, loan.Block));
                    _words[loan.From] -= usable[loan.Passage];
                }

                _given[section].Add((loan.Passage, loan.Block));
                _words[section] += usable[loan.Passage];
                lent.Add(loan.Passage);
                works.Add(_blocks[loan.Block].SourceId);
            }
        }
    }

    private (int From, int Passage, int Block)? Loan(int section, HashSet<string> works, IReadOnlyList<int> usable, Func<int, int, int> suits, HashSet<int> lent)
    {
        double enough = Enough * Math.Min(1, _share);
        double floor = NearlyAsWell * _given[section].Max(entry => _scores[section][entry.Block]);
        (int From, int Passage, int Block)? best = null;
        (int Suit, double Value) worth = (0, double.NegativeInfinity);
        for (int from = Nobody; from < _budgets.Length; from++)
        {
            IEnumerable<(int Passage, int Block)> offered = from == Nobody
                ? Enumerable.Range(0, _blocks.Count).Where(block => _owner[block] == Nobody).SelectMany(block => _blocks[block].Passages.Select(passage => (passage, block)))
                : _given[from];
            foreach ((int passage, int block) in from == section ? [] : offered)
            {
                double score = _scores[section][block];
                double value = score - (from == Nobody ? 0 : Math.Max(0, _scores[from][block]));
                bool spared = from == Nobody || (IsEnd(_given[from], passage, block) && _words[from] - usable[passage] >= _budgets[from] * enough);
                int suit = suits(section, passage);
                if (spared && suit > 0 && score > 0 && score >= floor && (suit, value).CompareTo(worth) > 0 && !lent.Contains(passage) && !works.Contains(_blocks[block].SourceId))
                {
                    (best, worth) = ((from, passage, block), (suit, value));
                }
            }
        }

        return best;
    }
}
