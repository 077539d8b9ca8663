using System.Diagnostics;
using Xunit;

namespace ThesisApp.TestSupport.Containers;

/// <summary>An image of a few of this machine's own programs, and the libraries that they and .NET's runtime load. The runtime itself is lent to the container: it is large, and there already.</summary>
internal static class LocalImage
{
    private const string Script = """
        set -e
        docker="$1 -H $2"
        $docker image inspect "$3" >/dev/null 2>&1 && exit 0
        programs=$(for name in sh bash cat dd env head id ls mkdir seq sleep tail timeout touch tr wc; do echo "/bin/$name"; done)
        [ ! -x /usr/bin/redis-cli ] || programs="$programs /usr/bin/redis-cli"
        dotnet=$(readlink -f "$(command -v dotnet)")
        openssl=$(PATH=$PATH:/sbin ldconfig -p | grep -oE '/[^ ]*lib(ssl|crypto)[.]so[.]3' | sort -u)
        libraries=$(for file in $programs "$dotnet" "$(dirname "$dotnet")"/shared/Microsoft.NETCore.App/*/*.so $openssl; do ldd "$(readlink -f "$file")"; done | grep -o '/[^ ]*' | grep -v ':$' | sort -u)
        root=$(mktemp -d)
        trap 'rm -rf "$root"' EXIT
        mkdir -p "$root/bin" "$root/tmp" "$root/proc" "$root/dev" "$root/etc"
        for program in $programs; do cp -L "$program" "$root/bin/"; done
        ln -s "$dotnet" "$root/bin/dotnet"
        for library in $libraries $openssl; do case "$library" in "$(dirname "$dotnet")"/*) ;; *) mkdir -p "$root$(dirname "$library")"; cp -L "$library" "$root$library";; esac; done
        tar -C "$root" -c . | $docker import - "$3" >/dev/null
        """;

    /// <summary>Makes the image unless the engine has it.</summary>
    public static async Task ImportAsync(Uri endpoint, string image, CancellationToken cancellationToken)
    {
        // A docker of another make may stand in front of Debian's.
        string docker = File.Exists("/usr/bin/docker") ? "/usr/bin/docker" : "docker";
        using Process shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", docker, endpoint.ToString(), image]) { RedirectStandardError = true })!;
        string errors = await shell.StandardError.ReadToEndAsync(cancellationToken);
        await shell.WaitForExitAsync(cancellationToken);
        Assert.True(shell.ExitCode == 0, errors);
    }
}
