namespace ThesisApp.Writing.Text;

/// <summary>A hash that is the same on every machine and in every process (FNV-1a, Fowler, Noll and Vo 1991), for choices that look varied and are not random.</summary>
internal static class StableHash
{
    public static uint Of(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash;
    }
}
