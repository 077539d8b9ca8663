using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Support;

/// <summary>The sample's thesis as four agents write it when nobody disturbs them: made once, by the command itself.</summary>
public sealed class UndisturbedThesis : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    /// <summary>How the command ended.</summary>
    public int ExitCode { get; private set; }

    /// <summary>What the command said.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>The output folder.</summary>
    public string Output => _folder.File("out");

    /// <summary>The bytes that every other run must have, whatever happens to it.</summary>
    public byte[] Thesis { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await using Generate generate = Generate.Start(Output, new SystemSettings());
        ExitCode = await generate.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Text = generate.Process.Text;
        Assert.True(ExitCode == 0, Text);
        Thesis = await generate.ReadThesisAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Fails unless these are the same bytes, and shows the first line that is not.</summary>
    public void MustEqual(byte[] other)
    {
        if (!Thesis.AsSpan().SequenceEqual(other))
        {
            Assert.Equal(System.Text.Encoding.UTF8.GetString(Thesis).Split('\n'), System.Text.Encoding.UTF8.GetString(other).Split('\n'));
            Assert.Fail("The bytes differ.");
        }
    }
}
