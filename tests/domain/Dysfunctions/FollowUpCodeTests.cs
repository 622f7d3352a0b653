using Concertation.Domain.Dysfunctions;

namespace Concertation.Domain.Tests.Dysfunctions;

public sealed class FollowUpCodeTests
{
    [Fact]
    public void A_code_reads_back_however_it_is_typed()
    {
        var code = FollowUpCode.Of(2027, "a secret");
        foreach (var typed in new[] { code.ToString(), code.ToString().ToLowerInvariant(), code.ToString().Replace("-", " "), $"  {code} ", code.ToString().Replace('0', 'o').Replace('1', 'l') })
        {
            FollowUpCode.Parse(typed.Replace("2o27", "2027")).ShouldNotBeNull(typed).Hash.ShouldBe(code.Hash);
        }
    }

    [Fact]
    public void Other_secrets_give_other_codes()
    {
        var codes = Enumerable.Range(0, 500).Select(n => FollowUpCode.Of(2027, $"secret {n}")).ToList();
        codes.Select(c => c.Hash).Distinct().Count().ShouldBe(500);
        codes.ShouldAllBe(c => c.ToString().Length == 28 && !c.ToString().Contains('U'));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("REM-2027-0001")]
    [InlineData("1999-AAAAA-AAAAA-AAAAA-AAAAA")]
    [InlineData("2027-AAAAA-AAAAA-AAAAA-AAAA")]
    [InlineData("2027-AAAAU-AAAAA-AAAAA-AAAAA")]
    public void What_cannot_be_a_code_is_none(string? typed) => FollowUpCode.Parse(typed).ShouldBeNull();
}
