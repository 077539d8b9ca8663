using System.Security.Cryptography;
using System.Text;

namespace ThesisApp.ModelSimulator.Wire;

/// <summary>A request, whatever its wire form.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Messages">Role and text.</param>
/// <param name="Stream">Whether the answer is to come piece by piece.</param>
/// <param name="WantsJson">Whether the answer is to be JSON.</param>
internal sealed record SimulatedRequest(string Model, IReadOnlyList<(string Role, string Text)> Messages, bool Stream, bool WantsJson)
{
    /// <summary>What it asks, in one string; how the answer is to come is no part of it.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Model}\n{WantsJson}\n{string.Join('\n', Messages.Select(message => $"{message.Role}:{message.Text}"))}")));

    /// <summary>Tokens of its text, about.</summary>
    public int Tokens => Messages.Sum(message => SimulatedAnswer.CountTokens(message.Text));
}
