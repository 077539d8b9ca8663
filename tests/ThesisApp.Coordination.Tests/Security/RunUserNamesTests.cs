using ThesisApp.Coordination.RunUsers;

namespace ThesisApp.Coordination.Tests.Security;

public sealed class RunUserNamesTests
{
    private static readonly string Secret = new('s', RunUserNames.LeastSecret);

    [Fact]
    public void Who_knows_the_secret_knows_the_user_of_each_run()
    {
        RunUser user = new RunUserNames(Secret).Of("run-1");

        Assert.Equal(user, new RunUserNames(Secret).Of("run-1"));
        Assert.Equal("run:run-1", user.Name);
        Assert.Equal("run-1", RunUserNames.RunOf(user.Name));
        Assert.Matches("^[0-9a-f]{64}$", user.Password);
    }

    [Fact]
    public void Another_run_or_another_secret_makes_another_password()
    {
        string[] passwords = [new RunUserNames(Secret).Of("run-1").Password, new RunUserNames(Secret).Of("run-2").Password, new RunUserNames(Secret + "s").Of("run-1").Password];

        Assert.Distinct(passwords);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("x}:* ~*")]
    [InlineData("x\n")]
    [InlineData("-x")]
    public void What_is_no_id_of_a_run_becomes_no_rule(string runId) => Assert.Throws<ArgumentException>(() => new RunUserNames(Secret).Of(runId));

    [Theory]
    [InlineData("agent")]
    [InlineData("default")]
    [InlineData("run:")]
    [InlineData("run:a b")]
    public void Other_users_are_no_runs(string user) => Assert.Null(RunUserNames.RunOf(user));

    [Theory]
    [InlineData(null, "is not set")]
    [InlineData("", "is not set")]
    [InlineData("redis:6379,user=steward", "has no password")]
    [InlineData("redis:6379,user=steward,password=short", "at least 32 characters")]
    [InlineData("redis:6379,password=x,nonsense=1", "is malformed")]
    public void A_connection_string_without_a_secret_that_is_long_enough_is_refused(string? connectionString, string problem) =>
        Assert.Contains(problem, RunUsersExtensions.ProblemOf(connectionString), StringComparison.Ordinal);

    [Fact]
    public void One_with_a_long_password_will_do() => Assert.Null(RunUsersExtensions.ProblemOf($"redis:6379,user=steward,password={Secret}"));
}
