using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ThesisApp.ModelSimulator.Faults;

/// <summary>Chance that is the same in every run: each throw is a hash of what it is thrown for.</summary>
/// <param name="Seed">Another seed gives other throws.</param>
/// <param name="Subject">What it is thrown for: a request and its number of attempts.</param>
internal sealed record Dice(int Seed, string Subject)
{
    /// <summary>A number from 0 to 1, without 1.</summary>
    public double Throw(string name) => (Number(name) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number of the standard normal distribution (Box and Muller 1958).</summary>
    public double Normal(string name) => Math.Sqrt(-2 * Math.Log(1 - Throw(name + ", radius"))) * Math.Cos(2 * Math.PI * Throw(name + ", angle"));

    /// <summary>One of so many.</summary>
    public int Choose(string name, int count) => (int)(Number(name) % (ulong)count);

    private ulong Number(string name) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}|{Subject}|{name}")));
}
