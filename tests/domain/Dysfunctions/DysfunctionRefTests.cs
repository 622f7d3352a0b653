using Concertation.Domain.Dysfunctions;

namespace Concertation.Domain.Tests.Dysfunctions;

public sealed class DysfunctionRefTests
{
    [Theory]
    [InlineData("REM-2027-0042", "REM-2027-0042")]
    [InlineData(" rem-2027-42 ", "REM-2027-0042")]
    [InlineData("REM-2027-12345", "REM-2027-12345")]
    public void What_people_type_becomes_the_reference(string typed, string reference) =>
        DysfunctionRef.Parse(typed).ShouldBe(DysfunctionRef.From(reference));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("REM-2027")]
    [InlineData("REM-2027-0")]
    [InlineData("REM-27-0042")]
    [InlineData("REM-2027-0042|x")]
    [InlineData("REM-2027-00/42")]
    [InlineData("REM-2027-+42")]
    [InlineData("REM-2027-٤٢")]
    [InlineData("MER-2027-0042")]
    [InlineData("REM-2027-9999999")]
    public void What_is_no_reference_never_reaches_a_key(string? typed) => DysfunctionRef.Parse(typed).ShouldBeNull();

    [Fact]
    public void A_reference_says_its_year() => DysfunctionRef.Of(2027, 3).Year.ShouldBe(2027);
}
