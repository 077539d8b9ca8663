using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using StackExchange.Redis;
using ThesisApp.TestSupport.Processes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.TestSupport.Stores;

/// <summary>A redis-server that speaks nothing but TLS, with the users and certificates that <c>deploy/make-secrets.sh</c> makes, and a user of the tests' own.</summary>
public sealed class TlsRedisFixture : RedisServerFixture
{
    private readonly string _secrets = Directory.CreateTempSubdirectory("thesis-tls-").FullName;

    /// <summary>The certificate of the deployment's authority.</summary>
    public string AuthorityFile => Secret("ca.crt");

    /// <summary>How agents connect.</summary>
    public string Agent => Address("redis-agent");

    /// <summary>How orchestrators connect.</summary>
    public string Orchestrator => Address("redis-orchestrator");

    /// <inheritdoc />
    protected override IReadOnlyList<string> MoreArguments =>
    [
        "--aclfile", Secret("users.acl"), "--tls-port", Port.ToString(CultureInfo.InvariantCulture), "--port", "0",
        "--tls-cert-file", Secret("redis.crt"), "--tls-key-file", Secret("redis.key"), "--tls-ca-cert-file", AuthorityFile, "--tls-auth-clients", "no",
    ];

    /// <summary>A file that the script has made.</summary>
    public string Secret(string name) => Path.Combine(_secrets, name);

    /// <inheritdoc />
    protected override async Task StartAsync()
    {
        if (Executables.Find("openssl") is null || Executables.Find("bash") is null)
        {
            SkipReason = "openssl or bash is not installed (Debian: apt-get install openssl bash).";
            return;
        }

        if (Executables.Find(Program) is { } program && !await SpeaksTlsAsync(program))
        {
            SkipReason = $"{program} was built without TLS.";
            return;
        }

        (int code, string output) = await RunAsync("bash", Path.Combine(BuiltPrograms.Repository, "deploy", "make-secrets.sh"), _secrets);
        if (code != 0)
        {
            throw new InvalidOperationException($"make-secrets.sh ended with code {code}: {output}");
        }

        string admin = Guid.NewGuid().ToString("N");
        File.SetAttributes(Secret("users.acl"), FileAttributes.Normal);
        await File.AppendAllTextAsync(Secret("users.acl"), $"user tests on >{admin} ~* &* +@all\n");
        await base.StartAsync();
        ConnectionString = $"127.0.0.1:{Port},ssl=true,user=tests,password={admin}";
    }

    /// <inheritdoc />
    protected override void Configure(ConfigurationOptions options) => options.TrustIssuer(X509CertificateLoader.LoadCertificateFromFile(AuthorityFile));

    /// <inheritdoc />
    protected override async Task StopAsync()
    {
        await base.StopAsync();
        Directory.Delete(_secrets, recursive: true);
    }

    // It is told of a port that cannot be: what it complains of is that, or the option before it, which it does not know.
    private static async Task<bool> SpeaksTlsAsync(string program) => !(await RunAsync(program, "--tls-port", "0", "--port", "70000")).Output.Contains("'tls-port", StringComparison.Ordinal);

    private static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    // The address of a deployment's Redis is another one.
    private string Address(string secret) => $"127.0.0.1:{Port}{File.ReadAllText(Secret(secret))["redis:6379".Length..]}";
}
