using Concertation.Domain.Decisions;
using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Agendas;

/// <summary>What the item that opens every agenda goes through: what was decided and entrusted since the table last met.</summary>
/// <param name="Decisions">Oldest first.</param>
/// <param name="Actions">Of the session before; what was entrusted in huis clos stays out.</param>
/// <param name="Reviewed">Those whose review date has come since, or that were reviewed since, oldest first; null for none.</param>
public sealed record FollowUp(
    IReadOnlyList<Decision> Decisions, IReadOnlyList<MinutesTask> Actions, IReadOnlyList<ReviewedDecision>? Reviewed = null)
{
    public IReadOnlyList<ReviewedDecision> Reviews => Reviewed ?? [];

    /// <summary>How those stand that another table validates.</summary>
    public IReadOnlyDictionary<BallotId, EscalationStanding> Standings { get; init; } = new Dictionary<BallotId, EscalationStanding>();

    public static FollowUp None { get; } = new([], []);

    public bool IsEmpty => Decisions.Count == 0 && Actions.Count == 0 && Reviews.Count == 0;
}

/// <summary>A decision whose review is due, and what its carrier answered.</summary>
/// <param name="Review">Null while the carrier hasn't answered.</param>
public sealed record ReviewedDecision(Decision Decision, DecisionReview? Review);

/// <summary>Finds what a session's follow-up is about: the decisions since the table last met, that session's own among them.</summary>
public sealed class EarlierDecisions(ISessions sessions, IMeetings meetings, IMinutes minutes, IRegister register, IAftermaths aftermaths,
    IEscalations escalations)
{
    private const int LookedAt = 4;
    private const int MostReviews = 12;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public async Task<FollowUp> Before(Session session, CancellationToken cancel)
    {
        var (last, actions) = await LastHeld(session, cancel);
        var since = last?.Start ?? session.Start - Longest;
        var all = await register.Of(session.Territory, session.Table, cancel);
        var standings = await escalations.StandingsOf(session.Territory, session.Table, cancel);
        var holding = all.Where(d => standings.GetValueOrDefault(d.Ballot) is null or { State: EscalationState.Validated }).ToList();
        var decisions = all.Where(d => d.Session != session.Id && d.At >= since && d.At < session.Start);
        return new FollowUp([.. decisions.OrderBy(d => d.At)], actions, await Reviewed(session, since, holding, cancel))
        {
            Standings = standings,
        };
    }

    /// <summary>What is due by the session and unanswered stays on every agenda; an answer stands on the next one.</summary>
    /// <param name="all">Those that hold: what another table hasn't validated isn't reviewed.</param>
    private async Task<IReadOnlyList<ReviewedDecision>> Reviewed(
        Session session, DateTimeOffset since, IReadOnlyList<Decision> all, CancellationToken cancel)
    {
        var due = all.Where(d => d is { Adopted: true, Grounds.ReviewOn: { } on } && on <= DateOnly.FromDateTime(session.Start.DateTime))
            .OrderByDescending(d => d.Grounds!.ReviewOn).Take(MostReviews).ToList();
        var after = await Task.WhenAll(due.Select(d => aftermaths.Of(session.Territory, d.Ballot, cancel)));
        return
        [
            .. due.Zip(after, (d, a) => new ReviewedDecision(d, a.Review))
                .Where(r => r.Review is null || (r.Review.At >= since && r.Review.At < session.Start)).OrderBy(r => r.Decision.At),
        ];
    }

    /// <summary>The session before that was held, and what it entrusted: as its minutes say, else as it was noted.</summary>
    private async Task<(Session? Last, IReadOnlyList<MinutesTask> Actions)> LastHeld(Session session, CancellationToken cancel)
    {
        var before = (await sessions.All(session.Territory, cancel))
            .Where(s => s.Table == session.Table && s.State == SessionState.Convened && s.Start < session.Start && s.Id != session.Id)
            .OrderByDescending(s => s.Start).Take(LookedAt);
        foreach (var earlier in before)
        {
            if (await minutes.Get(earlier.Territory, earlier.Id, cancel) is { Text: var text })
            {
                var closed = text.Points.Where(p => p.InCamera).Select(p => p.Item).ToHashSet();
                return (earlier, [.. text.Tasks.Where(t => t.Item is not { } on || !closed.Contains(on))]);
            }

            var record = await meetings.Of(earlier.Territory, earlier.Id, cancel);
            if (record.Run is not null)
            {
                return (earlier, [.. record.Notes.Where(n => n.Kind == NoteKind.Action && !InCamera(n, earlier)).Select(n =>
                    new MinutesTask(n.Id.Value, n.Item, n.Text, n.Who, n.Due, null, n.Axis))]);
            }
        }

        return (null, []);
    }

    private static bool InCamera(SessionNote note, Session session) => note.Item is { } on && session.ItemOf(on) is { InCamera: true };
}
