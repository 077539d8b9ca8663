using System.Globalization;
using ThesisApp.LocalHosting.State;
using ThesisApp.LocalHosting.Tests.Support;

namespace ThesisApp.LocalHosting.Tests.State;

public sealed class DataFolderTests : IDisposable
{
    private readonly HostFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_is_taken_is_refused_with_its_holder()
    {
        using DataFolder first = DataFolder.Take(_folder.Data);

        HostingException refusal = Assert.Throws<HostingException>(() => DataFolder.Take(_folder.Data));

        Assert.Contains($"(process {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)})", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_was_given_back_can_be_taken_again()
    {
        DataFolder.Take(_folder.Data).Dispose();

        using DataFolder again = DataFolder.Take(_folder.Data);

        Assert.Equal(_folder.Data, again.Path);
    }

    [Fact]
    public void A_lock_file_that_a_dead_host_left_does_not_matter()
    {
        File.WriteAllText(Path.Combine(_folder.Data, "host.lock"), "4711");

        using DataFolder taken = DataFolder.Take(_folder.Data);

        Assert.Equal(_folder.Data, taken.Path);
    }

    [Fact]
    public void Each_resource_has_a_folder_of_its_own()
    {
        using DataFolder taken = DataFolder.Take(_folder.Data);

        Assert.True(Directory.Exists(taken.For("redis")));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_bad_setting()
    {
        File.WriteAllText(_folder.File("file"), "");

        HostingException refusal = Assert.Throws<HostingException>(() => DataFolder.Take(Path.Combine(_folder.File("file"), "data")));

        Assert.Equal(HostingException.BadSettings, refusal.ExitCode);
    }
}
