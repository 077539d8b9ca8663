using ThesisApp.Sandboxes.Docker;

namespace ThesisApp.Sandboxes.Tests.Docker;

/// <summary>What is remembered of containers that have ended.</summary>
public sealed class DockerEndTests
{
    [Fact]
    public void Of_ends_that_nobody_asks_for_the_latest_are_kept_and_no_more()
    {
        DockerEnds ends = new(most: 3);

        for (int i = 0; i < 1_000; i++)
        {
            ends.NoteOutOfMemory($"box-{i}");
            ends.Note($"box-{i}", i);
        }

        Assert.Equal(3, ends.Count);
        Assert.Equal(new SandboxExit(999, true), ends.Known("box-999"));
        Assert.Equal(new SandboxExit(997, true), ends.Known("box-997"));
        Assert.Null(ends.Known("box-996"));
    }

    [Fact]
    public async Task Who_waits_hears_of_the_end_however_many_others_end_before_and_after()
    {
        DockerEnds ends = new(most: 2);
        Task<SandboxExit> waiting = ends.Of("mine");

        End(ends, "before", 10);
        Assert.False(waiting.IsCompleted);
        ends.Note("mine", 7);
        End(ends, "after", 10);

        Assert.Equal(new SandboxExit(7, false), await waiting);
        Assert.Null(ends.Known("mine"));
    }

    [Fact]
    public void An_id_that_is_used_again_is_not_forgotten_with_its_first_end()
    {
        DockerEnds ends = new(most: 2);
        ends.Note("again", 1);
        ends.Forget("again");
        Task<SandboxExit> second = ends.Of("again");

        End(ends, "other", 5);

        Assert.Same(second, ends.Of("again"));
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task Who_waits_for_what_is_forgotten_has_missed_it_and_a_second_end_is_none()
    {
        DockerEnds ends = new();
        Task<SandboxExit> waiting = ends.Of("box");

        ends.Forget("box");
        ends.Note("box", 1);
        ends.Note("box", 2);

        Assert.Equal(SandboxExit.Unseen, await waiting);
        Assert.Equal(new SandboxExit(1, false), ends.Known("box"));
        Assert.Equal(1, ends.Count);
    }

    private static void End(DockerEnds ends, string name, int number)
    {
        for (int i = 0; i < number; i++)
        {
            ends.Note($"{name}-{i}", 0);
        }
    }
}
