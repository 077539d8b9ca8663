using System.Buffers.Binary;

namespace ThesisApp.Writing.Retrieval;

/// <summary>Vectors as they are stored.</summary>
internal static class HalfVectors
{
    private const int Bytes = 2;

    /// <summary>Vectors of one length as bytes.</summary>
    public static byte[] Write(IReadOnlyList<float[]> vectors)
    {
        byte[] bytes = new byte[vectors.Sum(vector => vector.Length) * Bytes];
        int at = 0;
        foreach (float value in vectors.SelectMany(vector => vector))
        {
            BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(at), (Half)value);
            at += Bytes;
        }

        return bytes;
    }

    /// <summary>The vectors again.</summary>
    public static IEnumerable<float[]> Read(byte[] bytes, int dimensions)
    {
        for (int start = 0; dimensions > 0 && start + (dimensions * Bytes) <= bytes.Length; start += dimensions * Bytes)
        {
            float[] vector = new float[dimensions];
            for (int i = 0; i < dimensions; i++)
            {
                vector[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes.AsSpan(start + (i * Bytes)));
            }

            yield return vector;
        }
    }
}
