using ThesisApp.LocalHosting.Redis;

namespace ThesisApp.LocalHosting.Tests.Redis;

public sealed class RedisAddressTests
{
    [Theory]
    [InlineData("localhost:6380", "localhost", 6380)]
    [InlineData("redis.example", "redis.example", 6379)]
    [InlineData("[::1]:6380", "::1", 6380)]
    [InlineData("[::1]", "::1", 6379)]
    [InlineData("::1", "::1", 6379)]
    [InlineData(" a:1 , b:2 ,password=x", "a", 1)]
    [InlineData("ssl=true,a:1", "a", 1)]
    public void The_first_endpoint_is_read(string text, string host, int port)
    {
        RedisAddress address = RedisAddress.Parse(text);

        Assert.Equal((host, port), (address.Host, address.Port));
    }

    [Fact]
    public void User_password_and_TLS_are_read_in_any_case()
    {
        RedisAddress address = RedisAddress.Parse("a:1,User=u,PASSWORD=p=w,Ssl=True,protocol=resp2");

        Assert.Equal(("u", "p=w", true), (address.User, address.Password, address.UsesTls));
    }

    [Theory]
    [InlineData("")]
    [InlineData("password=secret")]
    [InlineData("a:0,password=secret")]
    [InlineData("a:65536,password=secret")]
    [InlineData("a:x,password=secret")]
    [InlineData(":6379,password=secret")]
    public void What_is_malformed_is_refused_without_showing_the_password(string text)
    {
        HostingException refusal = Assert.Throws<HostingException>(() => RedisAddress.Parse(text));

        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_text_has_no_password() => Assert.Equal("a:1", RedisAddress.Parse("a:1,password=secret").ToString());
}
