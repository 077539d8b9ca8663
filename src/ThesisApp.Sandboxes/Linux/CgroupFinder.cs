namespace ThesisApp.Sandboxes.Linux;

/// <summary>Finds out which control groups this process may make.</summary>
internal static class CgroupFinder
{
    private static readonly SandboxLimits Trial = new();

    /// <summary>The tree to use: version 2 where its controllers are, version 1 where those are mounted; null if neither can be written to.</summary>
    /// <param name="root">Where control groups are mounted.</param>
    /// <param name="self">The file that says in which groups this process is.</param>
    public static CgroupTree? Find(string root = "/sys/fs/cgroup", string self = "/proc/self/cgroup")
    {
        if (!Directory.Exists(root) || !File.Exists(self))
        {
            return null;
        }

        string[] memberships = File.ReadAllLines(self);
        return FindSecond(root, memberships) ?? FindFirst(root, memberships);
    }

    private static CgroupTree? FindSecond(string root, string[] memberships)
    {
        string? own = memberships.Where(line => line.StartsWith("0::/", StringComparison.Ordinal)).Select(line => line["0::/".Length..]).FirstOrDefault();
        if (own is null || !File.Exists(Path.Combine(root, "cgroup.controllers")))
        {
            return null;
        }

        // Groups with processes in them cannot hand controllers down, so it is mostly a group above that can.
        for (string path = own; ; path = Path.GetDirectoryName(path) ?? string.Empty)
        {
            string folder = Path.Combine(root, path);
            string handedDown = Path.Combine(folder, "cgroup.subtree_control");
            if (File.Exists(handedDown))
            {
                HandDown(handedDown);
                Dictionary<string, string> parents = CgroupTree.Controllers.Intersect(Words(handedDown), StringComparer.Ordinal).ToDictionary(controller => controller, _ => folder, StringComparer.Ordinal);
                if (parents.Count > 0 && Works(new CgroupTree(2, parents)))
                {
                    return new CgroupTree(2, parents);
                }
            }

            if (path.Length == 0)
            {
                return null;
            }
        }
    }

    private static CgroupTree? FindFirst(string root, string[] memberships)
    {
        Dictionary<string, string> parents = new(StringComparer.Ordinal);
        foreach (string controller in CgroupTree.Controllers)
        {
            string? own = memberships.Select(line => line.Split(':', 3)).Where(parts => parts.Length == 3 && parts[1].Split(',').Contains(controller, StringComparer.Ordinal)).Select(parts => parts[2].TrimStart('/')).FirstOrDefault();
            if (own is null)
            {
                continue;
            }

            // In a container the file may name a group that is mounted elsewhere.
            string[] places = [Path.Combine(root, controller, own), Path.Combine(root, controller)];
            if (places.FirstOrDefault(place => Directory.Exists(place) && Works(new CgroupTree(1, new Dictionary<string, string> { [controller] = place }))) is { } works)
            {
                parents[controller] = works;
            }
        }

        return parents.Count > 0 ? new CgroupTree(1, parents) : null;
    }

    private static void HandDown(string file)
    {
        foreach (string controller in CgroupTree.Controllers.Except(Words(file), StringComparer.Ordinal))
        {
            try
            {
                File.WriteAllText(file, $"+{controller}");
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Not ours to hand down, or not there.
            }
        }
    }

    private static string[] Words(string file) => File.ReadAllText(file).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static bool Works(CgroupTree tree)
    {
        string name = $"probe-{Environment.ProcessId}";
        try
        {
            tree.Create(name, Trial);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            tree.Remove(name);
        }
    }
}
