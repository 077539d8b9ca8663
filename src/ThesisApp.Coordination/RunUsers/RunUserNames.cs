using System.Security.Cryptography;
using System.Text;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.RunUsers;

/// <summary>Names and passwords of the users of runs. Derived, so that nobody need keep them: all orchestrators with the same secret know them.</summary>
/// <param name="secret">The secret; one that could be guessed would give all of them away.</param>
internal sealed class RunUserNames(string secret)
{
    /// <summary>Characters that a secret has at least. An agent knows one password, and could try secrets on it for as long as it likes.</summary>
    public const int LeastSecret = 32;

    private const string Prefix = "run:";

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    public RunUser Of(string runId)
    {
        if (!RunName.IsOne(runId))
        {
            throw new ArgumentException("That is no id of a run: it must not become a rule of the store's access list.", nameof(runId));
        }

        return new RunUser(Prefix + runId, Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"thesis user of run {runId}"))));
    }

    /// <summary>The run whose user bears a name; null if that is no run's.</summary>
    public static string? RunOf(string user) => user.StartsWith(Prefix, StringComparison.Ordinal) && RunName.IsOne(user[Prefix.Length..]) ? user[Prefix.Length..] : null;
}
