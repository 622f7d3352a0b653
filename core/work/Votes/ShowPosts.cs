using System.Collections.Concurrent;
using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Connector;
using Concertation.Microsoft365.Votes;
using Concertation.Work.Notices;
using Microsoft.Extensions.Logging;

namespace Concertation.Work.Votes;

/// <summary>
/// Keeps a ballot's cards in conversations of several as the ballot stands: turnout, end, outcome. Teams takes few changes of a
/// conversation at a time, so that a card changes every few seconds at most while answers come in.
/// </summary>
internal sealed partial class ShowPosts(
    IBallots ballots, IBallotPosts posts, ConnectorClient connector, IRelay relay, TimeProvider clock, ILogger<ShowPosts> log) : IUpkeep
{
    private const int MostTries = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Aggregate, DateTimeOffset> _comingBack = new();

    public AggregateKind Kind => AggregateKind.Ballot;

    public async Task Run(Aggregate aggregate, Roster roster, CancellationToken cancel)
    {
        if (await ballots.Get(aggregate.Territory, BallotId.From(aggregate.Id), cancel) is not { Value: { Form.InGroup: true } ballot })
        {
            return;
        }

        var answered = await ballots.Answered(ballot.Territory, ballot.Id, cancel);
        var shown = Short(ballot, answered);
        foreach (var post in (await posts.Of(ballot.Territory, ballot.Id, cancel)).Where(p => p.Value.Shown != shown))
        {
            if (post.Value.Activity is null && post.Value.Tries < MostTries)
            {
                await Send(post, ballot, answered, shown, cancel);
            }
            else if (post.Value.Activity is { } activity && ballot.State == BallotState.Open && clock.GetUtcNow() - post.Value.ShownAt < Pause)
            {
                await ComeBack(aggregate, post.Value.ShownAt!.Value + Pause, cancel);
            }
            else if (post.Value.Activity is { } there)
            {
                await Update(post, there, ballot, answered, shown, cancel);
            }
        }
    }

    private async Task Send(Versioned<BallotPost> post, Ballot ballot, int answered, string shown, CancellationToken cancel)
    {
        // Claimed first: of two that look at once, one sends.
        if (await posts.Save(post.With(post.Value with { Tries = post.Value.Tries + 1 }), cancel) is not { } claimed)
        {
            return;
        }

        var card = GroupVoteCard.Of(ballot, answered, clock.GetUtcNow(), await Members(claimed.Value, cancel));
        var outcome = await connector.Send(At(claimed.Value), Message(card), cancel);
        switch (outcome)
        {
            case SendOutcome.Sent sent:
                await posts.Save(claimed.With(claimed.Value with { Activity = sent.Id, Shown = shown, ShownAt = clock.GetUtcNow() }), cancel);
                break;
            case SendOutcome.Refused { Final: true } refused:
                NotPosted(refused.Code);
                await posts.Save(claimed.With(claimed.Value with { Tries = MostTries }), cancel);
                break;
            default:
                NotPosted(outcome is SendOutcome.Refused no ? no.Code : "Uncertain");
                await relay.AnnounceAt(ballot.Aggregate, clock.GetUtcNow() + Pause, cancel);
                break;
        }
    }

    private async Task Update(
        Versioned<BallotPost> post, string activity, Ballot ballot, int answered, string shown, CancellationToken cancel)
    {
        var card = GroupVoteCard.Of(ballot, answered, clock.GetUtcNow(), await Members(post.Value, cancel));
        var outcome = await connector.Update(At(post.Value), activity, Message(card), cancel);
        if (outcome is SendOutcome.Sent or SendOutcome.Refused { Final: true })
        {
            // A card that somebody deleted is let go: it isn't asked for again until something else changes.
            await posts.Save(post.With(post.Value with { Shown = shown, ShownAt = clock.GetUtcNow() }), cancel);
        }
        else
        {
            NotPosted("NotUpdated");
            await relay.AnnounceAt(ballot.Aggregate, clock.GetUtcNow() + Pause, cancel);
        }
    }

    /// <summary>For whom Teams draws the card anew: everybody there, when they are few enough; nobody when they can't be read.</summary>
    private async Task<IReadOnlyCollection<string>> Members(BallotPost post, CancellationToken cancel) =>
        (await connector.Members(At(post), cancel)).Match<IReadOnlyCollection<string>>(
            members => members.Count <= AdaptiveCard.MostRefreshed ? [.. members.Select(m => m.Id).OfType<string>()] : [],
            _ => []);

    private async Task ComeBack(Aggregate aggregate, DateTimeOffset at, CancellationToken cancel)
    {
        if (!_comingBack.TryGetValue(aggregate, out var asked) || asked < at)
        {
            _comingBack[aggregate] = at;
            await relay.AnnounceAt(aggregate, at, cancel);
        }
    }

    private static ConversationReference At(BallotPost post) => new(post.Chat.ServiceUrl, post.Chat.Conversation!, post.Chat.BotId, post.Chat.Tenant);

    private static Activity Message(AdaptiveCard card) => new() { Type = ActivityTypes.Message, Attachments = [Attachment.Card(CardJson.Element(card))] };

    private static string Short(Ballot ballot, int answered) => string.Create(
        CultureInfo.InvariantCulture, $"{answered}/{ballot.Seats} {ballot.State} {ballot.ClosesAt:O} {ballot.Outcome?.Verdict}");

    [LoggerMessage(Level = LogLevel.Warning, Message = "A ballot's card didn't reach its conversation: {Code}")]
    private partial void NotPosted(string code);
}

/// <summary>A ballot on a session's item is opened: its card goes where the session is held.</summary>
internal sealed class PostWhereHeld(IBallots ballots, PostBallot post) : IEffectHandler
{
    public EffectKind Kind => EffectKind.BallotOpened;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await ballots.Get(run.Aggregate.Territory, BallotId.From(run.Aggregate.Id), cancel) is { Value: var ballot })
        {
            await post.WhereHeld(ballot, cancel);
        }
    }
}
