using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>
/// The seats of one ballot with their rights, on which déports and proxies are tried out before anything is stored: one
/// seat, one vote, whoever casts it (rule 3).
/// </summary>
/// <param name="mostPerHolder">How many proxies one seat may hold, a session's and a ballot's together.</param>
internal sealed class RightsDraft(IReadOnlyList<Elector> seats, IReadOnlyList<Vote> votes, int mostPerHolder)
{
    public int MostPerHolder => mostPerHolder;

    private readonly List<Elector> _seats = [.. seats];
    private readonly Dictionary<SeatId, Vote> _votes = votes.ToDictionary(v => v.Seat);
    private readonly List<SeatId> _dropped = [];
    private readonly HashSet<SeatId> _changed = [];

    public IReadOnlyList<Elector> Seats => _seats;

    /// <summary>Seats whose standing vote counts no more.</summary>
    public IReadOnlyList<SeatId> Dropped => _dropped;

    public IReadOnlyList<Elector> Changed => [.. _seats.Where(seat => _changed.Contains(seat.Seat))];

    public Elector? Of(SeatId seat) => _seats.FirstOrDefault(s => s.Seat == seat);

    private bool HasAnswered(SeatId seat) => _votes.ContainsKey(seat);

    /// <summary>Whether the seat has answered, or its people have for one whose proxy they hold.</summary>
    public bool HasActed(SeatId seat) => HasAnswered(seat) || _votes.Values.Any(v => v.ProxyOf == seat);

    private int HeldBy(SeatId seat) => _seats.Count(s => s.Holder == seat);

    /// <summary>
    /// Takes the seat out, with its vote and those its people gave for others; the proxies it held fall, so that their
    /// givers answer themselves. False when it is out already or never took part.
    /// </summary>
    public bool Recuse(Recusal recusal)
    {
        if (Of(recusal.Seat) is not { Recused: null } seat)
        {
            return false;
        }

        Put(seat with { Recused = recusal, Proxy = null });
        Drop(seat.Seat);
        foreach (var giver in _seats.Where(s => s.Holder == seat.Seat).ToList())
        {
            Put(giver with { Proxy = null });
            if (_votes.TryGetValue(giver.Seat, out var vote) && vote.ProxyOf == seat.Seat)
            {
                Drop(giver.Seat);
            }
        }

        return true;
    }

    /// <summary>The seat takes part again, as if it had never answered.</summary>
    public void TakeBack(RecusalTakenBack back)
    {
        if (Of(back.Recusal.Seat) is { } seat)
        {
            Put(seat with { Recused = null, TakenBack = [.. seat.TakenBack ?? [], back] });
        }
    }

    /// <summary>Why the proxy can't be given; null when it can, or stands already.</summary>
    public RightsObstacle? Obstacle(SeatId from, SeatId to)
    {
        if (from == to || Of(from) is not { Decides: true } giver || Of(to) is not { Decides: true } holder)
        {
            return RightsObstacle.NoSuchHolder;
        }

        return giver.Holder == to ? null
            : HasAnswered(from) ? RightsObstacle.HasAnswered
            : holder.Holder is not null ? RightsObstacle.HolderAway
            : HeldBy(from) > 0 ? RightsObstacle.HoldsOthers
            : HeldBy(to) >= mostPerHolder ? RightsObstacle.Full
            : null;
    }

    /// <summary>Obstacles are looked at first.</summary>
    public void Give(SeatId from, BallotProxy proxy)
    {
        if (Of(from) is { } giver && giver.Holder != proxy.To)
        {
            Put(giver with { Proxy = proxy });
        }
    }

    /// <summary>False when the holder has voted with it: it stands then.</summary>
    public bool TakeBack(SeatId from, BallotProxy? left)
    {
        if (_votes.TryGetValue(from, out var vote) && vote.ProxyOf is not null)
        {
            return false;
        }

        if (Of(from) is { Proxy: not null } seat)
        {
            Put(seat with { Proxy = left });
        }

        return true;
    }

    /// <summary>
    /// What the session's record says: seats that withdrew from the item are out; its proxies stand unless the seat has
    /// said otherwise for this ballot, has answered, or is there itself. Following again changes nothing.
    /// </summary>
    /// <param name="item">The ballot's item; null when it is on none.</param>
    /// <param name="most">After so many seats changed it stops: the rest is for another transaction.</param>
    public void Follow(MeetingRecord? record, ItemId? item, bool secret, int most = int.MaxValue)
    {
        if (record is null)
        {
            return;
        }

        // Out of a sealed pool nothing can be taken: who has answered there stays.
        foreach (var withdrawn in record.Recusals.Where(r => r.Item == item && !(secret && HasActed(r.Recusal.Seat)) && !IsTakenBack(r.Recusal)))
        {
            if (_changed.Count < most)
            {
                Recuse(withdrawn.Recusal);
            }
        }

        var given = record.Proxies.ToDictionary(p => p.From);
        foreach (var seat in _seats.Where(s => s.Proxy is { Scope: ProxyScope.Session }).ToList())
        {
            if (_changed.Count < most
                && (!given.TryGetValue(seat.Seat, out var proxy) || proxy.To != seat.Holder || Attends(record, seat.Seat)))
            {
                TakeBack(seat.Seat, null);
            }
        }

        foreach (var proxy in record.Proxies.Where(p => _changed.Count < most
            && Of(p.From) is { Proxy: null } && !Attends(record, p.From) && Obstacle(p.From, p.To) is null))
        {
            Give(proxy.From, new BallotProxy(
                proxy.To, Of(proxy.To)!.Structure, ProxyScope.Session, proxy.By, proxy.ByName, proxy.At, proxy.Way));
        }
    }

    /// <summary>Taken back in this ballot since: what the session still says of it isn't followed again.</summary>
    private bool IsTakenBack(Recusal recusal) => Of(recusal.Seat)?.TakenBack?.Any(b => b.At >= recusal.At) is true;

    /// <summary>How many seats of deliberative voice a déport took out.</summary>
    public static int OutOf(IEnumerable<Elector> seats) => seats.Count(s => s is { Voice: Voice.Deliberative, Recused: not null });

    /// <summary>The seat's people are in the session that is being held.</summary>
    public static bool Attends(MeetingRecord record, SeatId seat) => record.Run is { Value.IsRunning: true }
        && record.Presences.Any(p => p.Seat == seat && p is { State: PresenceState.Present, LeftAt: null });

    private void Put(Elector seat)
    {
        var before = Replace(seat);
        if (before.Holder == seat.Holder)
        {
            return;
        }

        if (before.Holder is { } old && Of(old) is { } left)
        {
            Replace(left with { Holds = NoneIfEmpty([.. (left.Holds ?? []).Where(h => h.From != seat.Seat)]) });
        }

        if (seat.Holder is { } next && Of(next) is { } holder)
        {
            Replace(holder with { Holds = [.. holder.Holds ?? [], new HeldProxy(seat.Seat, seat.Structure)] });
        }
    }

    private Elector Replace(Elector seat)
    {
        var at = _seats.FindIndex(s => s.Seat == seat.Seat);
        var before = _seats[at];
        _seats[at] = seat;
        _changed.Add(seat.Seat);
        return before;
    }

    private static IReadOnlyList<HeldProxy>? NoneIfEmpty(IReadOnlyList<HeldProxy> held) => held.Count == 0 ? null : held;

    private void Drop(SeatId seat)
    {
        if (_votes.Remove(seat))
        {
            _dropped.Add(seat);
        }
    }
}

/// <summary>Why a seat's right to answer isn't changed.</summary>
public enum RightsObstacle
{
    /// <summary>A proxy goes from one voting seat of the ballot to another.</summary>
    NoSuchHolder,
    /// <summary>The seat has answered already, itself or through the proxy it gave.</summary>
    HasAnswered,
    /// <summary>The holder has given its own voice away.</summary>
    HolderAway,
    /// <summary>Who answers for another seat can't hand its own voice on.</summary>
    HoldsOthers,
    /// <summary>The holder has as many as the table allows.</summary>
    Full,
    /// <summary>The seat's people are in the session that is being held.</summary>
    Attends,
    /// <summary>The holder has voted with it: it stands.</summary>
    Used,
    /// <summary>Out of a sealed pool no answer can be taken: who has answered stays.</summary>
    Sealed,
    /// <summary>Who convenes noted the déport: the seat's own people don't take it back.</summary>
    NotedByConvener,
}
