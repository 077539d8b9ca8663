using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace ThesisApp.Orchestrator.Tests.Security;

/// <summary>Passwords that a service is given as files.</summary>
public sealed class SecretFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("thesis-secrets-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_a_setting_of_its_name()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "ConnectionStrings__redis"), "redis:6379,user=agent,password=x\n", TestContext.Current.CancellationToken);

        HostApplicationBuilder builder = Build(_folder.FullName).AddServiceDefaults();

        Assert.Equal("redis:6379,user=agent,password=x", builder.Configuration.GetConnectionString("redis"));
    }

    [Fact]
    public void Without_a_folder_no_files_are_read()
    {
        HostApplicationBuilder builder = Build(folder: null);
        int before = builder.Configuration.Sources.Count;

        builder.AddSecretFiles();

        Assert.Equal(before, builder.Configuration.Sources.Count);
    }

    [Fact]
    public void A_folder_that_is_not_there_ends_the_start_and_is_named()
    {
        string missing = Path.Combine(_folder.FullName, "missing");

        DirectoryNotFoundException thrown = Assert.Throws<DirectoryNotFoundException>(() => Build(missing).AddServiceDefaults());

        Assert.Contains(missing, thrown.Message, StringComparison.Ordinal);
    }

    private static HostApplicationBuilder Build(string? folder)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new(SecretFilesExtensions.DirectoryKey, folder)]);
        return builder;
    }
}
