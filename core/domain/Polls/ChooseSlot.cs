using System.Security.Cryptography;
using System.Text;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Polls;

/// <summary>
/// Makes a slot the session. The poll is ended first, in one write that only one click can win; then its one session is
/// convened. A process that dies between the two leaves the effect of the first, which convenes it
/// (<see cref="Finish"/>).
/// </summary>
public sealed class ChooseSlot(
    ChangePoll change, IRosters rosters, IDatePolls polls, ISessions sessions, ConveneSession convene)
{
    public async Task<PollChange> Run(Actor actor, PollId poll, SlotId slot, CancellationToken cancel)
    {
        var outcome = await change.Run(
            actor, poll, (there, roster) => Decide(there, roster, actor, slot, cancel), PollEffects.Ended, cancel);
        if (outcome is not PollChange.Done done)
        {
            return outcome;
        }

        // The effect may have convened it before we could: it was this click that chose all the same.
        var finished = await Finish(done.Poll, cancel);
        return finished is PollChange.Convened convened ? convened with { Again = done.Again } : finished;
    }

    /// <summary>
    /// Convenes the session of a poll whose slot was chosen, if it isn't there yet. Where the rules no longer let it be,
    /// the poll is opened again.
    /// </summary>
    public async Task<PollChange> Finish(DatePoll poll, CancellationToken cancel)
    {
        var roster = await rosters.Get(poll.Territory, cancel)
            ?? throw new InvalidOperationException("the poll's territory is gone");
        if (poll.Chosen is not { } id || poll.SlotOf(id) is not { } slot || poll.EndedBy is not { } by)
        {
            return new PollChange.Ended(poll);
        }

        var chooser = new Actor(poll.Territory, by, roster.PersonOf(by)?.Name ?? "", null, Way.Chat, roster.PersonOf(by));
        var outcome = await convene.Run(chooser, poll.FormOf(slot, roster.Zone), SessionOf(poll), cancel);
        return await outcome.Match<Task<PollChange>>(
            convened => Task.FromResult<PollChange>(new PollChange.Convened(poll, convened.Session, convened.Again)),
            async refused => new PollChange.Refused(await Reopen(poll, cancel), refused.Problems));
    }

    /// <summary>A poll makes one session, whoever chooses, whatever slot.</summary>
    public static SessionId SessionOf(DatePoll poll)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"session|{poll.Territory}|poll|{poll.Id}"));
        return new SessionId($"s-{Convert.ToHexStringLower(hash)[..20]}");
    }

    private async Task<PollChange> Decide(
        DatePoll poll, Roster roster, Actor actor, SlotId slot, CancellationToken cancel)
    {
        if (poll.SlotOf(slot) is not { } chosen)
        {
            return new PollChange.NoSuchSlot(poll);
        }

        if (poll.State != PollState.Open)
        {
            return poll.Chosen == slot ? new PollChange.Done(poll, Again: true) : await Standing(poll, cancel);
        }

        var check = await convene.Check(actor, poll.FormOf(chosen, roster.Zone), cancel);
        return check.Problems.Count > 0
            ? new PollChange.Refused(poll, check.Problems)
            : new PollChange.Done(poll with { State = PollState.Chosen, Chosen = slot, EndedBy = actor.Id }, Again: false);
    }

    // Another slot was chosen a moment ago: its session is what there is to see.
    private async Task<PollChange> Standing(DatePoll poll, CancellationToken cancel) =>
        poll.State == PollState.Chosen && await sessions.Get(poll.Territory, SessionOf(poll), cancel) is { } there
            ? new PollChange.Convened(poll, there.Value, Again: true)
            : new PollChange.Ended(poll);

    private async Task<DatePoll> Reopen(DatePoll poll, CancellationToken cancel)
    {
        var open = poll with { State = PollState.Open, Chosen = null, EndedBy = null };
        if (await polls.Get(poll.Territory, poll.Id, cancel) is { } there && there.Value.Chosen == poll.Chosen
            && await polls.Save(there.With(open), [], cancel))
        {
            await polls.List(open, cancel);
        }

        return open;
    }
}
