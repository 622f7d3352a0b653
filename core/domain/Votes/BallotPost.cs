using Concertation.Domain.Meetings;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>A ballot's card in a conversation of several: a group chat, a channel, a meeting's chat.</summary>
/// <param name="Id">The act that asked for it.</param>
/// <param name="Chat">Where; its conversation is never null.</param>
/// <param name="Activity">The card's message; null until it is there.</param>
/// <param name="Tries">How often it was sent: at most twice, the second time only when nobody knows whether the first arrived.</param>
/// <param name="Shown">What the card last showed, in short; null before it was sent.</param>
public sealed record BallotPost(
    OperationId Id, TerritoryId Territory, BallotId Ballot, ChatAddress Chat, string? Activity = null, int Tries = 0, string? Shown = null,
    DateTimeOffset? ShownAt = null);

/// <summary>The cards of ballots in conversations of several.</summary>
public interface IBallotPosts
{
    /// <summary>What that act asked for before stays as it is.</summary>
    Task Add(BallotPost post, CancellationToken cancel);

    Task<IReadOnlyList<Versioned<BallotPost>>> Of(TerritoryId territory, BallotId ballot, CancellationToken cancel);

    /// <summary>Null when another process changed it meanwhile.</summary>
    Task<Versioned<BallotPost>?> Save(Versioned<BallotPost> post, CancellationToken cancel);
}

/// <summary>
/// Has an open ballot's card stand in a conversation of several, where each answers for themself. The convener says where,
/// or the session's own conversation is taken when the ballot opens.
/// </summary>
public sealed class PostBallot(
    IBallots ballots, IBallotPosts posts, IMeetings meetings, IRosters rosters, IRelay relay, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <param name="chat">Where, as the channel says; its conversation isn't null.</param>
    /// <param name="heldThere">The session that conversation is about; null for none.</param>
    public async Task<Ruling<Ballot>> Handle(
        Actor actor, BallotId id, ChatAddress chat, SessionId? heldThere, OperationId operation, CancellationToken cancel)
    {
        var found = await Convener.Find(ballots, rosters, actor, id, cancel);
        return found is not Ruling<Versioned<Ballot>>.Granted { Value.Value: var ballot } ? ((Ruling<Versioned<Ballot>>.Refused)found).Why
            : Refuse(ballot, heldThere, clock.GetUtcNow()) is { } refusal ? refusal
            : await Post(ballot, new BallotPost(operation, ballot.Territory, id, chat), cancel);
    }

    /// <summary>Posts a ballot of a session where that session is held; nothing when it isn't in any conversation.</summary>
    public async Task WhereHeld(Ballot ballot, CancellationToken cancel)
    {
        if (ballot.Session is { } session && await meetings.ChatOf(ballot.Territory, session, cancel) is { } chat
            && Refuse(ballot, session, clock.GetUtcNow()) is null)
        {
            await Post(ballot, new BallotPost(new("opened"), ballot.Territory, ballot.Id, chat), cancel);
        }
    }

    /// <summary>What a restricted session votes on, or an item in huis clos, is shown nowhere but where that session is held (rule 2).</summary>
    public static bool MayStandIn(Ballot ballot, SessionId? heldThere) =>
        ballot is { Format: SessionFormat.Plenary, Labels.InCamera: false } || (heldThere is { } session && session == ballot.Session);

    private static BallotRefusal? Refuse(Ballot ballot, SessionId? heldThere, DateTimeOffset now) => ballot switch
    {
        { State: BallotState.Withdrawn } => new BallotRefusal.Withdrawn(ballot),
        { State: BallotState.Open or BallotState.Closed } when ballot.IsOver(now) => new BallotRefusal.Closed(ballot),
        { State: not BallotState.Open } => new BallotRefusal.NotOpen(ballot.State),
        _ when !MayStandIn(ballot, heldThere) => new BallotRefusal.NotForThisGroup(),
        _ => null,
    };

    private async Task<Ruling<Ballot>> Post(Ballot ballot, BallotPost post, CancellationToken cancel)
    {
        await relay.Announce(ballot.Aggregate, cancel);
        await posts.Add(post, cancel);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await ballots.Get(ballot.Territory, ballot.Id, cancel) is not { Value: { State: BallotState.Open } open } head)
            {
                return new BallotRefusal.NotOpen(ballot.State);
            }

            var posted = open.Form.InGroup ? open : open with { Held = open.Form with { InGroup = true } };
            if (open.Form.InGroup || await ballots.Save(head.With(posted), [], cancel))
            {
                relay.Nudge(ballot.Aggregate);
                return posted;
            }
        }

        return new BallotRefusal.Busy();
    }
}
