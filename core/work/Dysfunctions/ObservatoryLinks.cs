using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Work.Links;

namespace Concertation.Work.Dysfunctions;

public enum ObservatoryForm
{
    Page,

    /// <summary>The page as others than the pilote see it.</summary>
    OthersPage,
    Word,
    Excel,
}

/// <summary>Which year, and in which form.</summary>
public sealed record ObservatoryPlace(int Year, ObservatoryForm Form)
{
    public string Subject => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Form}");

    public static ObservatoryPlace? Read(string subject) => subject.Split('-') is [var year, var form]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && Enum.TryParse<ObservatoryForm>(form, out var f)
        ? new(y, f)
        : null;
}

/// <summary>Makes the links to a year's numbers; what their reader may see is asked at each opening.</summary>
public sealed class ObservatoryLinks(PersonalLinks links, TimeProvider clock)
{
    /// <summary>The observatory isn't about a seat; a link names one.</summary>
    private static readonly SeatId NoSeat = new("-");
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    public Uri For(TerritoryId territory, ObservatoryPlace place, PersonId reader) => new(links.UrlFor(new PersonalLink(
        territory, LinkPurpose.Observatory, place.Subject, NoSeat, reader, clock.GetUtcNow() + Lasts)));
}
