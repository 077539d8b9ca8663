using ThesisApp.Sandboxes.Linux;

namespace ThesisApp.Sandboxes.Tests.Linux;

/// <summary>Both versions of control groups, on folders that look like the kernel's: a machine has but one of them.</summary>
public sealed class CgroupTreeTests : IDisposable
{
    private static readonly SandboxLimits Limits = new() { MemoryBytes = 123_456_789, Cpus = 0.5, Processes = 42 };

    private readonly string _root = Directory.CreateTempSubdirectory("thesis-cgroup-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Version_2_is_taken_where_a_group_above_hands_its_controllers_down()
    {
        Write("cgroup.controllers", "cpu memory pids");
        Write("cgroup.subtree_control", "cpu");
        Write("user.slice/cgroup.subtree_control", "cpu memory pids");
        string self = Write("self", "0::/user.slice/session.scope\n");

        CgroupTree? tree = CgroupFinder.Find(_root, self);

        Assert.Equal(2, tree?.Version);
        Assert.All(CgroupTree.Controllers, controller => Assert.Equal(Path.Combine(_root, "user.slice"), tree!.Parents[controller]));
    }

    [Fact]
    public void Version_2_limits_memory_processor_and_processes_in_one_folder()
    {
        CgroupTree tree = new(2, CgroupTree.Controllers.ToDictionary(controller => controller, _ => _root));

        string folder = Assert.Single(tree.Create("box", Limits));

        Assert.Equal("123456789", Read(folder, "memory.max"));
        Assert.Equal("50000 100000", Read(folder, "cpu.max"));
        Assert.Equal("42", Read(folder, "pids.max"));
    }

    [Fact]
    public void Version_1_is_taken_where_each_controller_has_its_own_tree()
    {
        Directory.CreateDirectory(Path.Combine(_root, "memory", "own"));
        Directory.CreateDirectory(Path.Combine(_root, "cpu"));
        Directory.CreateDirectory(Path.Combine(_root, "pids"));
        string self = Write("self", "4:memory:/own\n3:cpu,cpuacct:/\n2:pids:/elsewhere\n0::/\n");

        CgroupTree? tree = CgroupFinder.Find(_root, self);

        Assert.Equal(1, tree?.Version);
        Assert.Equal(Path.Combine(_root, "memory", "own"), tree!.Parents["memory"]);
        Assert.Equal(Path.Combine(_root, "pids"), tree.Parents["pids"]);
    }

    [Fact]
    public void Version_1_limits_each_in_a_folder_of_its_own()
    {
        CgroupTree tree = new(1, CgroupTree.Controllers.ToDictionary(controller => controller, controller => Path.Combine(_root, controller)));

        IReadOnlyList<string> folders = tree.Create("box", Limits);

        Assert.Equal(3, folders.Count);
        Assert.Equal("123456789", Read(tree.FoldersOf("box")[0], "memory.limit_in_bytes"));
        Assert.Equal("50000", Read(tree.FoldersOf("box")[1], "cpu.cfs_quota_us"));
        Assert.Equal("42", Read(tree.FoldersOf("box")[2], "pids.max"));
    }

    [Theory]
    [InlineData(2, "memory.events", "oom 1\noom_kill 1\n", true)]
    [InlineData(2, "memory.events", "oom 0\noom_kill 0\n", false)]
    [InlineData(1, "memory.oom_control", "under_oom 0\noom_kill 3\n", true)]
    [InlineData(1, "memory.oom_control", "under_oom 0\noom_kill 0\n", false)]
    public void The_kernels_count_of_processes_ended_for_want_of_memory_is_read(int version, string file, string content, bool expected)
    {
        CgroupTree tree = new(version, new Dictionary<string, string> { ["memory"] = _root });
        Write(Path.Combine("thesis-box", file), content);

        Assert.Equal(expected, tree.IsOutOfMemory("box"));
    }

    [Fact]
    public void Without_control_groups_there_is_no_tree() => Assert.Null(CgroupFinder.Find(Path.Combine(_root, "none"), Write("self", "0::/\n")));

    private string Write(string name, string content)
    {
        string path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    private static string Read(string folder, string name) => File.ReadAllText(Path.Combine(folder, name));
}
