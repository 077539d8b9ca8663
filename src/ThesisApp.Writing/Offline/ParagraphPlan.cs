namespace ThesisApp.Writing.Offline;

/// <summary>Arranges borrowed units in paragraphs: one heading of one source each, sources together, in the source's own order, none of them a mere line.</summary>
internal static class ParagraphPlan
{
    /// <summary>Words below which nothing is a paragraph.</summary>
    public const int FewestWords = 38;

    private const int ParagraphWords = 90;
    private const int SecondWork = 45;
    private const int LongSection = 150;
    private const double NearEnough = 0.93;

    /// <summary>Paragraphs whose words come near to a number.</summary>
    /// <param name="units">What can be borrowed.</param>
    /// <param name="query">What the section is about.</param>
    /// <param name="kind">What its question asks for.</param>
    /// <param name="words">Words wanted.</param>
    /// <param name="mixes">True if it should not rest on one work.</param>
    public static IReadOnlyList<IReadOnlyList<SentenceUnit>> Make(IReadOnlyList<SentenceUnit> units, string query, QuestionKind kind, int words, bool mixes)
    {
        HashSet<(string, string?)> dropped = [];
        while (true)
        {
            SentenceUnit[] left = [.. units.Where(unit => !dropped.Contains(Topic(unit)))];
            List<IGrouping<(string Source, string? Heading), SentenceUnit>> topics = [.. (mixes ? Mixed(left, query, kind, words) : UnitSelector.Select(left, query, kind, words)).GroupBy(Topic)];

            // A topic that would get a line or two leaves its room to the others, if they can fill it.
            IGrouping<(string Source, string? Heading), SentenceUnit>? thin = topics
                .Where(topic => Count(topic) < FewestWords)
                .OrderBy(Count)
                .FirstOrDefault();
            if (thin is null || topics.Count == 1 || left.Where(unit => Topic(unit) != thin.Key).Sum(unit => unit.Words) < words * NearEnough)
            {
                return [.. Ordered(topics, kind).SelectMany(Paragraphs)];
            }

            dropped.Add(thin.Key);
        }
    }

    // No section rests on one work where another has a paragraph to say on it.
    private static IReadOnlyList<SentenceUnit> Mixed(SentenceUnit[] units, string query, QuestionKind kind, int words)
    {
        IReadOnlyList<SentenceUnit> chosen = UnitSelector.Select(units, query, kind, words);
        string[] works = [.. chosen.Select(unit => unit.Passage.SourceId).Distinct(StringComparer.Ordinal)];
        SentenceUnit[]? second = works.Length != 1 || words < FewestWords + SecondWork
            ? null
            : units.Where(unit => unit.Passage.SourceId != works[0]).GroupBy(Topic).Where(topic => Count(topic) >= SecondWork).OrderBy(topic => topic.Min(unit => unit.PassageRank)).FirstOrDefault()?.ToArray();
        if (second is null)
        {
            return chosen;
        }

        IReadOnlyList<SentenceUnit> added = UnitSelector.Select(second, query, kind, words < LongSection ? words / 2 : words / 3);
        return [.. UnitSelector.Select([.. units.Where(unit => unit.Passage.SourceId == works[0])], query, kind, words - Count(added)), .. added];
    }

    // What changed is told in the order in which it did, as far as years are named: first what names none, and so was there before.
    private static IEnumerable<SentenceUnit[]> Ordered(List<IGrouping<(string Source, string? Heading), SentenceUnit>> topics, QuestionKind kind)
    {
        SentenceUnit[][] ordered = [.. BySource(topics, kind)];
        return kind.Name == QuestionKind.Change ? ordered.OrderBy(topic => Years.First(string.Join(' ', topic.Select(unit => unit.Text)))) : ordered;
    }

    // The work first that speaks of what is asked for by name, else the most relevant one, then always the one that is nearest to what was said last; each work's headings in its own order, behind the one that is so named.
    private static IEnumerable<SentenceUnit[]> BySource(List<IGrouping<(string Source, string? Heading), SentenceUnit>> topics, QuestionKind kind)
    {
        List<SentenceUnit[][]> sources =
        [
            .. topics.GroupBy(topic => topic.Key.Source, StringComparer.Ordinal)
                .OrderBy(source => source.Any(IsAsked) ? 0 : 1).ThenBy(source => source.Min(topic => topic.Min(unit => unit.PassageRank)))
                .Select(source => source.OrderBy(topic => IsAsked(topic) ? 0 : 1).ThenBy(topic => topic.Min(unit => unit.Passage.Ordinal))
                    .Select(topic => topic.OrderBy(unit => unit.Passage.Ordinal).ThenBy(unit => unit.Position).ToArray()).ToArray()),
        ];
        IReadOnlyList<TermVector> vectors = TermVector.Of([.. sources.Select(source => string.Join(' ', source.SelectMany(topic => topic).Select(unit => unit.Text)))]);
        List<int> left = [.. Enumerable.Range(0, sources.Count)];
        for (int? last = null; left.Count > 0;)
        {
            int next = last is { } before ? left.OrderByDescending(i => vectors[before].Cosine(vectors[i])).ThenBy(i => i).First() : left[0];
            left.Remove(next);
            last = next;
            foreach (SentenceUnit[] topic in sources[next])
            {
                yield return topic;
            }
        }

        // Under a heading that asks the same; or, where it is asked what things are, with what opens by saying it.
        bool IsAsked(IGrouping<(string Source, string? Heading), SentenceUnit> topic) =>
            kind.IsAskedIn(topic.Key.Heading) || (kind.Name == QuestionKind.Definition && topic.OrderBy(unit => unit.Passage.Ordinal).ThenBy(unit => unit.Position).First() is { Position: 0 } first && kind.CuesIn(first.Sentences[0]) > 0);
    }

    // Even parts rather than full ones and a rest.
    private static IEnumerable<IReadOnlyList<SentenceUnit>> Paragraphs(SentenceUnit[] topic)
    {
        int words = Count(topic);
        int parts = Math.Max(1, (int)Math.Round(words / (double)ParagraphWords));
        List<SentenceUnit> current = [];
        int done = 0;
        int part = 1;
        foreach (SentenceUnit unit in topic)
        {
            if (current.Count > 0 && part < parts && done + (unit.Words / 2) > words * part / parts)
            {
                yield return current;
                current = [];
                part++;
            }

            current.Add(unit);
            done += unit.Words;
        }

        if (current.Count > 0)
        {
            yield return current;
        }
    }

    private static (string Source, string? Heading) Topic(SentenceUnit unit) => (unit.Passage.SourceId, unit.Passage.Heading);

    private static int Count(IEnumerable<SentenceUnit> units) => units.Sum(unit => unit.Words);
}
