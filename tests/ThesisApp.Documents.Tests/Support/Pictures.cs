namespace ThesisApp.Documents.Tests.Support;

/// <summary>A picture of one pixel.</summary>
internal static class Pictures
{
    public static byte[] Png => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
