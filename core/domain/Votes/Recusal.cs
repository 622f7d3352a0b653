using System.Globalization;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>A déport: a seat takes no part in an agenda item or a ballot, for a conflict of interest. Why is nobody's business.</summary>
/// <param name="Structure">Its name then: minutes keep it.</param>
/// <param name="By">Who said so: somebody who sits for it, or the convener.</param>
/// <param name="Own">The seat's own people said so, and may take it back; else who convenes alone may.</param>
public sealed record Recusal(
    SeatId Seat, string Structure, PersonId By, string ByName, DateTimeOffset At, Way Way, Voice Voice = Voice.Deliberative, bool Own = false);

/// <summary>A déport that was taken back while the ballot ran: kept, since it has taken an answer out.</summary>
/// <param name="By">Who took it back.</param>
public sealed record RecusalTakenBack(Recusal Recusal, PersonId By, string ByName, DateTimeOffset At, Way Way);

/// <summary>A déport from an item of a session's agenda, and so from every ballot on it.</summary>
public sealed record ItemRecusal(TerritoryId Territory, SessionId Session, ItemId Item, Recusal Recusal)
{
    /// <summary>Open ballots on the item are to follow.</summary>
    public Effect ToFollow() => new(
        string.Create(CultureInfo.InvariantCulture, $"recused-{Session}-{Item}-{Recusal.Seat}-{Recusal.At.UtcTicks}"), EffectKind.SessionRightsChanged, Session.Value);
}

public enum ProxyScope
{
    /// <summary>Given for the whole session.</summary>
    Session,
    /// <summary>Given, or taken back, for this ballot.</summary>
    Ballot,
}

/// <summary>A seat's proxy as it stands in one ballot (rule 3).</summary>
/// <param name="To">Who answers in its stead; null where a session's proxy was taken back for this ballot.</param>
/// <param name="ToStructure">The holder's name; null with <paramref name="To"/>.</param>
public sealed record BallotProxy(
    SeatId? To, string? ToStructure, ProxyScope Scope, PersonId By, string ByName, DateTimeOffset At, Way Way);
