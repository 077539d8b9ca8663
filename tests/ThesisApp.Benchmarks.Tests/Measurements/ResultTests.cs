namespace ThesisApp.Benchmarks.Tests.Measurements;

public sealed class ResultTests
{
    [Theory]
    [InlineData(1.3, true, true)]
    [InlineData(1.29, true, false)]
    [InlineData(1.29, false, true)]
    [InlineData(1.3, false, false)]
    public void TheMedian_IsHeldAgainstTheTarget(double median, bool atLeast, bool isMet)
    {
        Result result = new("speed", "times", [0, median, 9], 1.3, atLeast);

        Assert.Equal(isMet, result.IsMet);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatWasNotMeasured_HasNotReachedItsTarget(bool atLeast) => Assert.False(new Result("speed", "times", [], 1, atLeast).IsMet);

    [Fact]
    public void APercentile_LiesBetweenItsNeighbours() => Assert.Equal(1.5, Statistics.Percentile([2, 1], 0.5));
}
