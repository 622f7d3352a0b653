using Concertation.Domain.Tables;
using Concertation.Microsoft365.Sessions;

namespace ConcertationBot.Tests.Sessions;

/// <summary>Who represents a seat is kept in words that minutes can hold.</summary>
public sealed class RepresentedWordsTests
{
    private static readonly Mandate Hospital = new(
        new("tct-ch"), new(new("yann"), "Yann Kerimagin", null, null), new(new("soizic"), "Soizic Lanpapier", null, null), default, null, null);

    [Theory]
    [InlineData("ma cadre", "cadre (nom à préciser)", "votre cadre")]
    [InlineData("Mon collègue du SSIAD", "collègue du SSIAD (nom à préciser)", "votre collègue du SSIAD")]
    [InlineData("une collègue", "collègue (nom à préciser)", "votre collègue")]
    [InlineData("ma suppléante", "Soizic Lanpapier", "Soizic Lanpapier")]
    [InlineData("ma cadre Mme Exemple", "cadre Mme Exemple", "cadre Mme Exemple")]
    [InlineData("Mme Exemple", "Mme Exemple", "Mme Exemple")]
    [InlineData("cadre (nom à préciser)", "cadre (nom à préciser)", "votre cadre")]
    [InlineData("ma", "ma", "ma")]
    [InlineData(null, null, "")]
    public void Ones_own_cadre_is_nobodys_name(string? written, string? kept, string saidBack)
    {
        RepresentedWords.Of(written, Hospital).ShouldBe(kept);
        RepresentedWords.SaidBack(kept).ShouldBe(saidBack);
    }
}
