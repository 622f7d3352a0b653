using System.Security.Cryptography;
using System.Text;
using Concertation.Documents.Calendar;
using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Calendar;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Work.Calendar;

/// <summary>What a secret opens.</summary>
public abstract record FeedReading
{
    private FeedReading() { }

    /// <param name="ETag">Quoted; the same while nothing changed.</param>
    public sealed record Found(string Text, string ETag) : FeedReading;

    /// <summary>There never was such a link.</summary>
    public sealed record Unknown : FeedReading;

    /// <summary>Revoked, or its person sits at the table no more.</summary>
    public sealed record Gone : FeedReading;
}

/// <summary>
/// A table's calendar as one person may see it: sessions of the last twelve months and to come. Nobody is named; of a
/// restricted session no item is shown, and place and way to join only to who is called. Point reads, and one partition
/// query for the sessions.
/// </summary>
public sealed class TableFeed(IFeedLinks links, IRosters rosters, ISessions sessions, TimeProvider clock)
{
    private const int MonthsBack = 12;

    public async Task<FeedReading> Read(string secret, CancellationToken cancel)
    {
        if (FeedSecrets.TerritoryOf(secret) is not { } territory
            || await links.Find(territory, FeedSecrets.HashOf(secret), cancel) is not { } link)
        {
            return new FeedReading.Unknown();
        }

        if (link.RevokedAt is not null
            || await rosters.TableOf(territory, link.Table, cancel) is not var (owner, table))
        {
            return new FeedReading.Gone();
        }

        var mandates = await Task.WhenAll(link.Seats.Select(s => rosters.MandateOf(territory, s, cancel)));
        HashSet<SeatId> held = [.. mandates.OfType<Mandate>().Where(m => m.Allows(link.Person)).Select(m => m.Seat)];
        var convenes = link.Person == owner.Pilot || owner.Deputies.Contains(link.Person) || table.CoConveners.Contains(link.Person);
        if (!convenes && held.Count == 0)
        {
            return new FeedReading.Gone();
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(owner.TimeZone);
        var since = clock.GetUtcNow().AddMonths(-MonthsBack);
        var shown = (await sessions.All(territory, cancel)).Where(s => s.Table == table.Id && s.Start >= since)
            .Select(s => Of(s, table, open: convenes || s.Called(table).Any(seat => held.Contains(seat.Id))));
        var text = CalendarFeed.Write(FeedTexts.Name(table, owner), zone, [.. shown]);
        return new FeedReading.Found(text, $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}\"");
    }

    /// <param name="open">Whether its reader may see where it is held.</param>
    internal static FeedEvent Of(Session session, Table table, bool open)
    {
        var cancelled = session.State == SessionState.Cancelled;
        return new FeedEvent(
            $"{session.Territory}-{session.Id}@concertation", session.Sequence, session.ConvenedAt, session.Start, session.Duration,
            FeedTexts.Summary(session, table), cancelled || session.Format == SessionFormat.Restricted ? null : FeedTexts.Agenda(session.Agenda),
            open && session is not { Place: null, Online: false } ? SessionTexts.Where(session) : null,
            open && !cancelled && session.OnlineUrl is { } url ? new Uri(url) : null, cancelled, session.State == SessionState.Planned);
    }
}
