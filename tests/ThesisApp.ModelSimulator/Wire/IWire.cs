using System.Text.Json;

namespace ThesisApp.ModelSimulator.Wire;

/// <summary>How a provider's requests and answers look.</summary>
internal interface IWire
{
    /// <summary>Media type of a streamed answer.</summary>
    string StreamType { get; }

    /// <summary>Reads a request.</summary>
    SimulatedRequest Read(JsonElement body);

    /// <summary>An error's body.</summary>
    string Error(string type, string message);

    /// <summary>An answer in one piece.</summary>
    string Whole(SimulatedAnswer answer);

    /// <summary>What a streamed answer begins with.</summary>
    string Begin(SimulatedAnswer answer);

    /// <summary>A piece of its text.</summary>
    string Piece(SimulatedAnswer answer, string text);

    /// <summary>What it ends with.</summary>
    string End(SimulatedAnswer answer);
}
