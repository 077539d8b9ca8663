namespace ThesisApp.Writing.Allotment;

/// <summary>
/// The generalised assignment problem, by the regret heuristic (Martello and Toth, Knapsack Problems, 1990, section 7.4): the block that would lose most by waiting is
/// placed first; pairwise exchanges then mend what came too early. Deterministic: ties go by position.
/// </summary>
internal sealed partial class BlockAssignment
{
    // More than the budget, so that the writer can choose; less where the sources hold less.
    private const double Slack = 1.5;

    private const double Tenths = 10;

    // A section that has this much of its budget in usable words can keep to it, since its own connecting sentences count too.
    private const double Enough = 1.0;

    // What lacks a few words is not given what does not suit it.
    private const double Nearly = 0.95;

    // How far a better fit may take a section past its room.
    private const double Stretch = 1.15;

    // What the end of a block is worth above its beginning where one of them moves: the beginning makes sense of the rest.
    private const double End = 0.5;

    // What gains less is no better, only other: a sentence more in one source moves every score a little, and must not move half of the thesis (AllotmentStabilityTests).
    private const double LeastGain = 0.3;

    private const int MostRounds = 20;
    private const int Nobody = -1;

    private readonly int[] _budgets;
    private readonly IReadOnlyList<TopicBlock> _blocks;
    private readonly double[][] _scores;
    private readonly List<(int Passage, int Block)>[] _given;
    private readonly double[] _words;
    private readonly int[] _owner;
    private readonly double _share;

    public BlockAssignment(int[] budgets, IReadOnlyList<TopicBlock> blocks, double[][] scores)
    {
        _budgets = budgets;
        _blocks = blocks;
        _scores = scores;
        _given = [.. budgets.Select(_ => new List<(int, int)>())];
        _words = new double[budgets.Length];
        _owner = [.. blocks.Select(_ => Nobody)];

        // In tenths, so that a few words more or less in the sources leave every section's room as it was.
        _share = Math.Clamp(Math.Floor(Tenths * blocks.Sum(block => (double)block.Words) / Math.Max(1, budgets.Sum())) / Tenths, 1 / Tenths, Slack);
    }

    /// <summary>Passages of a section, those of the block that suits it best first.</summary>
    public IEnumerable<int> PassagesOf(int section) =>
        _given[section].OrderByDescending(entry => _scores[section][entry.Block]).ThenBy(entry => entry.Passage).Select(entry => entry.Passage);

    /// <summary>Places whole blocks as long as a section has room for at least half of them.</summary>
    public void AssignBlocks(CancellationToken cancellationToken)
    {
        PriorityQueue<int, (double Urgency, int Order)> waiting = new();
        for (int block = 0; block < _blocks.Count; block++)
        {
            waiting.Enqueue(block, (-Wish(block).Urgency, block));
        }

        while (waiting.TryDequeue(out int block, out (double Urgency, int Order) at))
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int section, double urgency) = Wish(block);
            if (section < 0)
            {
                continue;
            }

            // Sections have filled up since it was queued: it may be another's turn.
            if (-urgency != at.Urgency && waiting.TryPeek(out _, out (double Urgency, int Order) next) && next.CompareTo((-urgency, block)) < 0)
            {
                waiting.Enqueue(block, (-urgency, block));
                continue;
            }

            _owner[block] = section;
            _words[section] += _blocks[block].Words;
        }

        // What found no room is still wanted where the sources are short.
        foreach (int block in Enumerable.Range(0, _share < Slack ? _blocks.Count : 0).Where(block => _owner[block] == Nobody))
        {
            int section = Wish(block, Slack).Section;
            if (section >= 0)
            {
                _owner[block] = section;
                _words[section] += _blocks[block].Words;
            }
        }

        Exchange(cancellationToken);
        for (int block = 0; block < _blocks.Count; block++)
        {
            if (_owner[block] != Nobody)
            {
                _given[_owner[block]].AddRange(_blocks[block].Passages.Select(passage => (passage, block)));
            }
        }
    }

    /// <summary>Moves passages from sections with more than enough to those with less, the best suited first.</summary>
    /// <param name="usable">Usable words of each passage.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public void Level(IReadOnlyList<int> usable, CancellationToken cancellationToken)
    {
        double enough = Enough * Math.Min(1, _share);
        HashSet<int> hopeless = [];
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int poorest = Enumerable.Range(0, _budgets.Length)
                .Where(section => !hopeless.Contains(section) && _words[section] < _budgets[section] * enough * Nearly)
                .OrderBy(section => _words[section] / Math.Max(1, _budgets[section])).ThenBy(section => section)
                .FirstOrDefault(-1);
            if (poorest < 0)
            {
                return;
            }

            (int From, int Index, double Score) best = (-1, -1, double.NegativeInfinity);
            for (int from = 0; from < _budgets.Length; from++)
            {
                for (int i = 0; from != poorest && i < _given[from].Count; i++)
                {
                    (int passage, int block) = _given[from][i];
                    double loss = _scores[poorest][block] - _scores[from][block] + (IsEnd(_given[from], passage, block) ? End : 0);
                    if (usable[passage] > 0 && _words[from] - usable[passage] >= _budgets[from] * enough && loss > best.Score)
                    {
                        best = (from, i, loss);
                    }
                }
            }

            if (best.From < 0)
            {
                hopeless.Add(poorest);
                continue;
            }

            (int Passage, int Block) moved = _given[best.From][best.Index];
            _given[best.From].RemoveAt(best.Index);
            _given[poorest].Add(moved);
            _words[best.From] -= usable[moved.Passage];
            _words[poorest] += usable[moved.Passage];
        }
    }

    private static bool IsEnd(List<(int Passage, int Block)> given, int passage, int block) => !given.Exists(entry => entry.Block == block && entry.Passage > passage);

    // Two blocks change places, or one that nobody has takes another's, as long as that suits better on the whole.
    private void Exchange(CancellationToken cancellationToken)
    {
        bool better = true;
        for (int round = 0; better && round < MostRounds; round++)
        {
            better = false;
            for (int one = 0; one < _blocks.Count; one++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (int other = one + 1; other < _blocks.Count; other++)
                {
                    if (_owner[one] != _owner[other] && Gain(one, other) > LeastGain && Fits(_owner[one], _blocks[other].Words - _blocks[one].Words) && Fits(_owner[other], _blocks[one].Words - _blocks[other].Words))
                    {
                        Swap(one, other);
                        better = true;
                    }
                }
            }
        }
    }

    private double Gain(int one, int other) => Score(_owner[one], other) + Score(_owner[other], one) - Score(_owner[one], one) - Score(_owner[other], other);

    private double Score(int section, int block) => section == Nobody ? 0 : _scores[section][block];

    private bool Fits(int section, int more) =>
        section == Nobody || more == 0 || (more > 0 ? _words[section] + more <= _budgets[section] * _share * Stretch : _words[section] + more >= Math.Min(_words[section], _budgets[section] * Math.Min(1, _share)) / Stretch);

    private void Swap(int one, int other)
    {
        int more = _blocks[other].Words - _blocks[one].Words;
        if (_owner[one] != Nobody)
        {
            _words[_owner[one]] += more;
        }

        if (_owner[other] != Nobody)
        {
            _words[_owner[other]] -= more;
        }

        (_owner[one], _owner[other]) = (_owner[other], _owner[one]);
    }

    // The open section that a block suits best; how urgent it is: what it is worth there, and how much less elsewhere.
    private (int Section, double Urgency) Wish(int block) => Wish(block, _share);

    private (int Section, double Urgency) Wish(int block, double share)
    {
        int best = -1;
        double first = double.NegativeInfinity;
        double second = double.NegativeInfinity;
        for (int section = 0; section < _budgets.Length; section++)
        {
            // A section that has nothing is open to anything.
            bool open = _words[section] == 0 || _words[section] + (_blocks[block].Words / 2.0) <= _budgets[section] * share;
            if (!open)
            {
                continue;
            }

            double score = _scores[section][block];
            if (score > first)
            {
                (best, second, first) = (section, first, score);
            }
            else if (score > second)
            {
                second = score;
            }
        }

        return (best, best < 0 ? 0 : first + (double.IsNegativeInfinity(second) ? 0 : first - second));
    }
}
