using System.Globalization;
using Microsoft.Data.Sqlite;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Retrieval;

/// <summary>Full-text search over passages: BM25 (Robertson and Zaragoza 2009) by SQLite's FTS5, in memory.</summary>
internal sealed class PassageIndex : IDisposable
{
    private const int MaxQueryTerms = 64;

    private readonly SqliteConnection _connection;
    private readonly IReadOnlyList<Passage> _passages;

    public PassageIndex(IReadOnlyList<Passage> passages)
    {
        _passages = passages;
        _connection = new SqliteConnection("Data Source=:memory:");
        _connection.Open();
        Execute("CREATE VIRTUAL TABLE passages USING fts5(heading, body, tokenize = 'porter unicode61 remove_diacritics 2')");
        using SqliteTransaction transaction = _connection.BeginTransaction();
        using SqliteCommand insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO passages(rowid, heading, body) VALUES ($id, $heading, $body)";
        SqliteParameter id = insert.Parameters.Add("$id", SqliteType.Integer);
        SqliteParameter heading = insert.Parameters.Add("$heading", SqliteType.Text);
        SqliteParameter body = insert.Parameters.Add("$body", SqliteType.Text);
        for (int i = 0; i < passages.Count; i++)
        {
            id.Value = i + 1;
            heading.Value = passages[i].Heading ?? string.Empty;
            body.Value = passages[i].Text;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>Passages with their scores (larger is better), best first; ties by id.</summary>
    public IReadOnlyList<(Passage Passage, double Score)> Search(string query, int limit)
    {
        string match = ToMatch(query);
        if (match.Length == 0)
        {
            return [];
        }

        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = "SELECT rowid, bm25(passages, 2.0, 1.0) FROM passages WHERE passages MATCH $match";
        command.Parameters.AddWithValue("$match", match);
        List<(Passage Passage, double Score)> found = [];
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            found.Add((_passages[reader.GetInt32(0) - 1], -reader.GetDouble(1)));
        }

        return [.. found.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Passage.SourceId, StringComparer.Ordinal).ThenBy(hit => hit.Passage.Ordinal).Take(limit)];
    }

    public void Dispose() => _connection.Dispose();

    // Each term becomes a quoted string, in which FTS5 sees no operator.
    private static string ToMatch(string query) =>
        string.Join(" OR ", Words.Of(query)
            .Where(word => !StopWords.Contains(word))
            .Select(word => word.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)
            .Take(MaxQueryTerms)
            .Select(word => string.Create(CultureInfo.InvariantCulture, $"\"{word.Replace("\"", string.Empty, StringComparison.Ordinal)}\"")));

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
