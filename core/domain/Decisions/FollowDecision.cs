using System.Globalization;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>A vote for that was given under reserve, and what became of it.</summary>
/// <param name="Answer">Null while it stands.</param>
/// <param name="Reminds">Who is reminded of it; null for a seat where nobody sits.</param>
public sealed record ReserveKept(SeatId Seat, string Structure, DateOnly Until, ReserveAnswer? Answer, PersonId? Reminds);

/// <summary>A decision with all that came after it.</summary>
/// <param name="Concerned">To whom it is returned; empty unless it was adopted.</param>
/// <param name="Carrier">Who is asked what became of it; null when nobody is.</param>
/// <param name="Standing">How it stands with the table that validates it; null where none does.</param>
public sealed record DecisionFollowed(
    Decision Decision, Roster Roster, Aftermath After, IReadOnlyList<Concerned> Concerned, IReadOnlyList<ReserveKept> Reserves,
    PersonId? Carrier, EscalationStanding? Standing = null)
{
    /// <summary>Adopted and, where another table validates it, validated: only then is it returned, carried out and reviewed.</summary>
    public bool Holds => Decision.Adopted && Standing is null or { State: EscalationState.Validated };

    public bool IsTold(PersonId person) => Concerned.Any(c => c.People.Contains(person)) || (Decision.Adopted && Convenes(person));

    public bool Convenes(PersonId person) => Roster.TableOf(Decision.Table) is { } table && Roster.MayConvene(person, table);

    /// <summary>May say what became of it: the carrying seat's people, and those who convene.</summary>
    public bool MayReview(PersonId person) => Holds
        && (Convenes(person) || (Decision.Grounds?.Carrier is { } by && Sits(by.Seat, person)));

    public bool Sits(SeatId seat, PersonId person) => Roster.Mandates.TryGetValue(seat, out var mandate) && mandate.Allows(person);

    /// <summary>May say to have read it, and hasn't.</summary>
    public bool IsToRead(PersonId person) => Holds && IsTold(person) && After.Read.All(r => r.Person != person);

    /// <summary>The reserves that wait for their answer: one on what was refused holds nothing up any more.</summary>
    public IEnumerable<ReserveKept> Waiting =>
        Standing is { State: EscalationState.Refused } ? [] : Reserves.Where(r => r.Answer is null);

    /// <summary>Those of them that this person may answer.</summary>
    public IEnumerable<ReserveKept> Open(PersonId person) => Waiting.Where(r => Sits(r.Seat, person));

    /// <summary>May open its page at all.</summary>
    public bool IsOpenTo(PersonId person) => IsTold(person) || MayReview(person) || Reserves.Any(r => Sits(r.Seat, person));

    /// <summary>Its words may be read: of one taken in huis clos, by those called and those who convene alone (rule 2).</summary>
    public bool MayRead(PersonId person) =>
        !Decision.InCamera || Convenes(person) || Concerned.Any(c => c.AtTable && c.People.Contains(person))
        || Reserves.Any(r => Sits(r.Seat, person));
}

/// <summary>NotValidated: another table validates it, and hasn't.</summary>
public enum FollowRefusal { NotFound, NotYours, NotValidated, Answered, TooLong, PersonalData, NothingToRemind }

/// <param name="Why">Null when it was done.</param>
public sealed record FollowResult(DecisionFollowed? Seen, FollowRefusal? Why = null);

/// <summary>Returns a decision to whom it concerns, and keeps what they say of it: read, carried out, reserve lifted.</summary>
public sealed class FollowDecision(
    IRosters rosters, IBallots ballots, ISessions sessions, IDysfunctions dysfunctions, IRegister register, IAftermaths aftermaths,
    IEscalations escalations, IRelay relay, TimeProvider clock)
{
    /// <summary>Null when that ballot gave no decision.</summary>
    public async Task<DecisionFollowed?> Read(TerritoryId territory, BallotId id, CancellationToken cancel)
    {
        if (await rosters.Get(territory, cancel) is not { } roster || (await ballots.Get(territory, id, cancel))?.Value is not { Outcome: { } outcome } ballot
            || await register.Of(territory, ballot.Table, id, cancel) is not { } decision)
        {
            return null;
        }

        var session = ballot.Session is { } at ? (await sessions.Get(territory, at, cancel))?.Value : null;
        var after = await aftermaths.Of(territory, id, cancel);
        IReadOnlyList<Concerned> concerned = decision.Adopted
            ? ReturnAudience.Of(roster, decision, session, await Reports(ballot, session, cancel))
            : [];
        return new(
            decision, roster, after, concerned, await Reserves(ballot, outcome, roster, after, cancel), CarrierOf(decision, roster),
            await escalations.StandingOf(territory, ballot.Table, id, cancel));
    }

    public async Task<FollowResult> Acknowledge(Actor actor, BallotId id, CancellationToken cancel)
    {
        if (await Read(actor.Territory, id, cancel) is not { } seen)
        {
            return new(null, FollowRefusal.NotFound);
        }

        if (!seen.IsTold(actor.Id))
        {
            return new(seen, FollowRefusal.NotYours);
        }

        if (!seen.Holds)
        {
            return new(seen, FollowRefusal.NotValidated);
        }

        await aftermaths.Acknowledge(new(actor.Territory, id, actor.Id, actor.Name, clock.GetUtcNow(), actor.Way), cancel);
        return await Again(seen, cancel);
    }

    /// <param name="effect">As typed; may be empty.</param>
    public async Task<FollowResult> Review(Actor actor, BallotId id, ReviewState state, string? effect, CancellationToken cancel)
    {
        if (await Read(actor.Territory, id, cancel) is not { } seen)
        {
            return new(null, FollowRefusal.NotFound);
        }

        var said = OneLine.Of(effect ?? "") is { Length: > 0 } words ? words : null;
        FollowRefusal? why = seen is { Holds: false, Decision.Adopted: true } && seen.IsOpenTo(actor.Id) ? FollowRefusal.NotValidated
            : !seen.MayReview(actor.Id) ? FollowRefusal.NotYours
            : said?.Length > DecisionReview.MostEffect ? FollowRefusal.TooLong
            : said is not null && PersonalDataGuard.KindsIn(said).Count > 0 ? FollowRefusal.PersonalData
            : null;
        if (why is not null)
        {
            return new(seen, why);
        }

        var aggregate = new Aggregate(AggregateKind.Ballot, actor.Territory, id.Value);
        await relay.Announce(aggregate, cancel);
        await aftermaths.Review(
            new(actor.Territory, id, state, said, actor.Id, actor.Name, clock.GetUtcNow(), actor.Way),
            [
                new Effect(
                    string.Create(CultureInfo.InvariantCulture, $"reviewed-{clock.GetUtcNow().UtcTicks}"), EffectKind.DecisionReviewed, id.Value),
            ],
            cancel);
        relay.Nudge(aggregate);
        return await Again(seen, cancel);
    }

    public async Task<FollowResult> AnswerReserve(Actor actor, BallotId id, SeatId seat, bool confirmed, CancellationToken cancel)
    {
        if (await Read(actor.Territory, id, cancel) is not { } seen || seen.Reserves.FirstOrDefault(r => r.Seat == seat) is not { } reserve)
        {
            return new(null, FollowRefusal.NotFound);
        }

        if (!seen.Sits(seat, actor.Id))
        {
            return new(seen, FollowRefusal.NotYours);
        }

        if (reserve.Answer is null && !seen.Waiting.Contains(reserve))
        {
            return new(seen, FollowRefusal.NotValidated);
        }

        var aggregate = new Aggregate(AggregateKind.Ballot, actor.Territory, id.Value);
        var answer = new ReserveAnswer(actor.Territory, id, seat, reserve.Structure, confirmed, actor.Id, actor.Name, clock.GetUtcNow());
        await relay.Announce(aggregate, cancel);
        var kept = await aftermaths.Answer(answer, [Aftermath.ToTell(answer)], cancel);
        relay.Nudge(aggregate);
        var after = await Again(seen, cancel);
        return kept ? after : after with { Why = FollowRefusal.Answered };
    }

    /// <summary>The convener's relance: once a day, those concerned who haven't said to have read it are written to again.</summary>
    public async Task<FollowResult> Remind(Actor actor, BallotId id, CancellationToken cancel)
    {
        if (await Read(actor.Territory, id, cancel) is not { } seen)
        {
            return new(null, FollowRefusal.NotFound);
        }

        if (!seen.Convenes(actor.Id))
        {
            return new(seen, FollowRefusal.NotYours);
        }

        if (!seen.Holds)
        {
            return new(seen, FollowRefusal.NotValidated);
        }

        if (Silent(seen).Count == 0)
        {
            return new(seen, FollowRefusal.NothingToRemind);
        }

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), seen.Roster.Zone).DateTime);
        var aggregate = new Aggregate(AggregateKind.Ballot, actor.Territory, id.Value);
        await relay.Announce(aggregate, cancel);
        await aftermaths.Ask(
            actor.Territory, id, [new Effect($"return-{day:yyyyMMdd}", EffectKind.DecisionReturnReminder, id.Value)], cancel);
        relay.Nudge(aggregate);
        return new(seen);
    }

    /// <summary>Those concerned of whom nobody has said to have read it, and who can be written to.</summary>
    public static IReadOnlyList<Concerned> Silent(DecisionFollowed seen) =>
        [.. seen.Concerned.Where(c => c.People.Count > 0 && !seen.After.Read.Any(r => c.People.Contains(r.Person)))];

    /// <summary>After an act, only what came after the decision has changed.</summary>
    private async Task<FollowResult> Again(DecisionFollowed seen, CancellationToken cancel)
    {
        var after = await aftermaths.Of(seen.Decision.Territory, seen.Decision.Ballot, cancel);
        return new(seen with { After = after, Reserves = [.. seen.Reserves.Select(r => r with { Answer = after.Of(r.Seat) })] });
    }

    private async Task<IReadOnlyList<Dysfunction>> Reports(Ballot ballot, Session? session, CancellationToken cancel)
    {
        var references = session?.Agenda.FirstOrDefault(i => i.Id == ballot.Item)?.Reports ?? [];
        var found = await Task.WhenAll(references.Select(r => dysfunctions.Get(ballot.Territory, r, cancel)));
        return [.. found.Select(f => f?.Value).OfType<Dysfunction>()];
    }

    private async Task<IReadOnlyList<ReserveKept>> Reserves(
        Ballot ballot, Outcome outcome, Roster roster, Aftermath after, CancellationToken cancel)
    {
        // A reserve on what was rejected holds nothing up any more.
        if (outcome is not { Verdict: Verdict.Adopted, UnderReserve: > 0 })
        {
            return [];
        }

        var names = (await ballots.Electors(ballot.Territory, ballot.Id, cancel)).ToDictionary(e => e.Seat, e => e.Structure);
        return
        [
            .. (await ballots.Votes(ballot.Territory, ballot.Id, cancel))
                .Where(v => v is { Choice: Choice.Reserve, ReserveUntil: not null }).OrderBy(v => v.ReserveUntil)
                .Select(v => new ReserveKept(
                    v.Seat, names.GetValueOrDefault(v.Seat) ?? v.Seat.Value, v.ReserveUntil!.Value,
                    after.Of(v.Seat), ReminderOf(v, roster))),
        ];
    }

    /// <summary>Who gave it, while still sitting there; else whoever does.</summary>
    private static PersonId? ReminderOf(Vote vote, Roster roster) =>
        !roster.Mandates.TryGetValue(vote.Seat, out var mandate) ? null : mandate.Allows(vote.By) ? vote.By : mandate.Holder.Id;

    private static PersonId? CarrierOf(Decision decision, Roster roster) => !decision.Adopted ? null
        : decision.Grounds?.Carrier is { } by && roster.Mandates.TryGetValue(by.Seat, out var mandate) ? mandate.Holder.Id
        : roster.Territory.Pilot;
}
