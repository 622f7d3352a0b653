namespace Concertation.Domain.Tests;

public class OneLineTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(" \t\u00a0")]
    [InlineData("\u200b \u2060")]
    [InlineData("\u202e\u200d\u00ad")]
    public void What_cannot_be_seen_is_blank(string? typed) => OneLine.IsBlank(typed).ShouldBeTrue();

    [Theory]
    [InlineData("a\u200b")]
    [InlineData("—")]
    public void What_can_be_seen_is_not(string typed) => OneLine.IsBlank(typed).ShouldBeFalse();

    [Fact]
    public void Two_titles_that_look_alike_are_the_same() => OneLine.Of("al\u200bpha\u2060").ShouldBe("alpha");
}
