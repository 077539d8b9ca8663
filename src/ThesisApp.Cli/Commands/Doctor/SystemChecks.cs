using System.Runtime.InteropServices;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Hosting;

namespace ThesisApp.Cli.Commands.Doctor;

/// <summary>Looks for what the commands use.</summary>
internal sealed class SystemChecks(Func<string, string?> environment)
{
    /// <summary>All checks.</summary>
    public IReadOnlyList<DoctorCheck> Run() =>
    [
        new("dotnet", true, true, $"{RuntimeInformation.FrameworkDescription} at {DotnetExecutable.Find()}"),
        System(),
        Temp(),
        Program("redis-server", "--redis, and the tests that need a Redis beside the embedded one", "apt-get install redis-server"),
        Program("bwrap", "--sandbox bubblewrap", "apt-get install bubblewrap"),
        Program("prlimit", "limits where control groups cannot be written to", "apt-get install util-linux"),
        Program("setpriv", "processes that cannot gain rights", "apt-get install util-linux"),
        Program("dockerd", "--sandbox docker with an engine on this machine", "apt-get install docker.io iptables"),
        Program("weasyprint", "printing thesis.html as a PDF with page numbers in its contents", "apt-get install weasyprint"),
        Program("chromium", "printing thesis.html where weasyprint is not", "apt-get install chromium"),
    ];

    private DoctorCheck System()
    {
        try
        {
            return new DoctorCheck("system", true, true, AppHostLocation.Find(environment));
        }
        catch (CliException exception)
        {
            return new DoctorCheck("system", false, true, exception.Message);
        }
    }

    private static DoctorCheck Temp()
    {
        try
        {
            Directory.CreateTempSubdirectory("thesis-doctor-").Delete();
            return new DoctorCheck("temp", true, true, Path.GetTempPath());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new DoctorCheck("temp", false, true, $"The folder for temporary files can't be written to: {exception.Message}");
        }
    }

    private DoctorCheck Program(string name, string purpose, string remedy)
    {
        var path = ((environment("PATH") ?? string.Empty) + Path.PathSeparator + string.Join(Path.PathSeparator, "/usr/sbin", "/sbin"))
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        return new DoctorCheck(name, path is not null, false, path ?? $"not installed; it is for {purpose} (Debian: {remedy})");
    }
}
