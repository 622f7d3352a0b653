using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>Somebody whose seat hasn't answered a ballot: its holder or its substitute.</summary>
/// <param name="Messages">How many messages the person was sent this week, all tables together.</param>
/// <param name="Today">Reminded of this ballot today: not again.</param>
/// <param name="Asked">Reminded before because the convener asked: not so again.</param>
public sealed record VoterToRemind(Elector Elector, Person Person, int Messages, bool Today, bool Asked)
{
    public bool Reminded => Today || Asked;
}

/// <summary>What a reminder of a ballot would do, or did.</summary>
/// <param name="Nudge">When the ballot reminds by itself; null when it won't, or has.</param>
/// <param name="Leaves">When a reminder asked for now leaves.</param>
public sealed record VoterReminder(Ballot Ballot, IReadOnlyList<VoterToRemind> Voters, DateTimeOffset? Nudge, DateTimeOffset Leaves);

/// <summary>
/// Reminds the seats that haven't answered a ballot, and their substitutes: once by itself before the end, and when the
/// convener asks, once each.
/// </summary>
public sealed class RemindVoters(IBallots ballots, IRosters rosters, INotices notices, IRelay relay, TimeProvider clock)
{
    private const string Nudge = "nudge";
    private const string Asked = "asked";

    /// <summary>Who would be reminded, for the convener to see before anything is sent.</summary>
    public async Task<Ruling<VoterReminder>> Look(Actor actor, BallotId id, CancellationToken cancel)
    {
        var found = await Convener.Find(ballots, rosters, actor, id, cancel);
        return found is not Ruling<Versioned<Ballot>>.Granted { Value.Value: var ballot } ? ((Ruling<Versioned<Ballot>>.Refused)found).Why
            : RefuseNow(ballot) is { } refusal ? refusal
            : await Look(ballot, (await rosters.Get(actor.Territory, cancel))!, cancel);
    }

    /// <summary>Reminds because the convener asks. The same wish again writes to nobody twice.</summary>
    /// <param name="spared">Whom the convener leaves out.</param>
    /// <returns>Those reminded now.</returns>
    public async Task<Ruling<VoterReminder>> Run(Actor actor, BallotId id, IReadOnlySet<PersonId> spared, CancellationToken cancel)
    {
        var looked = await Look(actor, id, cancel);
        if (looked is not Ruling<VoterReminder>.Granted { Value: var look })
        {
            return looked;
        }

        var reminded = look.Voters.Where(v => !v.Reminded && !spared.Contains(v.Person.Id)).ToList();
        if (reminded.Count > 0)
        {
            await relay.Announce(look.Ballot.Aggregate, cancel);
            await Tell(look.Ballot, new Effect(Asked, EffectKind.BallotReminder, id.Value, Asked), reminded, cancel);
            relay.Nudge(look.Ballot.Aggregate);
        }

        return look with { Voters = reminded };
    }

    /// <summary>Marks the ballot as having reminded by itself when its time has come: the effect does it, once.</summary>
    public async Task WhenDue(TerritoryId territory, BallotId id, Roster roster, CancellationToken cancel)
    {
        if (await ballots.Get(territory, id, cancel) is { Value: { State: BallotState.Open } open } found
            && roster.TableOf(open.Table) is { } table
            && Nudges.At(open, table.Rules.Ballots, roster.Territory.QuietHours) <= clock.GetUtcNow()
            && !open.IsOver(clock.GetUtcNow()))
        {
            var nudged = open with { Held = open.Form with { NudgedAt = clock.GetUtcNow() } };
            // Lost to another change: whoever made it has the ballot looked at again.
            await ballots.Save(found.With(nudged), [new Effect(Nudge, EffectKind.BallotReminder, id.Value)], cancel);
        }
    }

    /// <summary>Carries the ballot's own reminder out.</summary>
    public async Task Tell(Effect effect, Ballot ballot, Roster roster, CancellationToken cancel)
    {
        if (RefuseNow(ballot) is null)
        {
            var look = await Look(ballot, roster, cancel);
            await Tell(ballot, effect, [.. look.Voters.Where(v => !v.Today)], cancel);
        }
    }

    private async Task<VoterReminder> Look(Ballot ballot, Roster roster, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = ReminderRules.LocalDay(now, roster.Zone);
        var electors = ballots.Electors(ballot.Territory, ballot.Id, cancel);
        var votes = ballots.Votes(ballot.Territory, ballot.Id, cancel);
        var told = notices.Of(ballot.Aggregate, cancel);
        var week = await notices.SolicitationsInWeekOf(ballot.Territory, today, cancel);
        var answered = (await votes).Select(v => v.Seat).ToHashSet();
        var reminded = (await told).Select(n => n.Value).Where(n => n.Why == EffectKind.BallotReminder)
            .ToLookup(n => (n.Seat, n.Recipient), n => (Today: ReminderRules.LocalDay(n.CreatedAt, roster.Zone) == today, Asked: n.Detail == Asked));
        // Not told of the ballot yet: there is nothing to remind them of.
        var later = (await told).Select(n => n.Value)
            .Where(n => n is { Why: EffectKind.BallotOpened, State: NoticeState.Waiting } && n.NotBefore > now)
            .Select(n => n.Seat).ToHashSet();
        var table = roster.TableOf(ballot.Table);
        return new VoterReminder(
            ballot,
            [
                .. from elector in await electors
                   where elector.Recused is null && !answered.Contains(elector.Seat) && !later.Contains(elector.Seat)
                   // Whoever is to answer for it.
                   from person in Sitting(roster, elector.Holder ?? elector.Seat)
                   let before = reminded[((SeatId?)elector.Seat, person.Id)]
                   select new VoterToRemind(
                       elector, person, week.GetValueOrDefault(person.Id), before.Any(b => b.Today), before.Any(b => b.Asked)),
            ],
            table is null ? null : Nudges.At(ballot, table.Rules.Ballots, roster.Territory.QuietHours),
            roster.Territory.QuietHours.OpenFrom(now, roster.Zone));
    }

    private Task Tell(Ballot ballot, Effect effect, IReadOnlyList<VoterToRemind> voters, CancellationToken cancel) => notices.Create(
        [.. voters.Select(v => Notify.Of(ballot.Aggregate, effect, v.Person.Id, v.Elector.Seat, clock.GetUtcNow()))], cancel);

    /// <summary>The holder and the substitute, where they can be written to.</summary>
    private static IEnumerable<Person> Sitting(Roster roster, SeatId seat) =>
        roster.Mandates.TryGetValue(seat, out var mandate)
            ? new[] { mandate.Holder, mandate.Substitute }.OfType<Person>().Select(p => roster.PersonOf(p.Id) ?? p)
                .Where(p => p.Mail is not null || p.EntraId is not null)
            : [];

    private BallotRefusal? RefuseNow(Ballot ballot) => ballot switch
    {
        { State: BallotState.Withdrawn } => new BallotRefusal.Withdrawn(ballot),
        { State: BallotState.Open or BallotState.Closed } when ballot.IsOver(clock.GetUtcNow()) => new BallotRefusal.Closed(ballot),
        { State: not BallotState.Open } => new BallotRefusal.NotOpen(ballot.State),
        _ => null,
    };
}
