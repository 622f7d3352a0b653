using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Work.Notices;
using Concertation.Work.Papers;
using Concertation.Work.Sessions;

namespace Concertation.Work.Minutes;

/// <summary>Minutes went out: every called seat gets them, and their actions stand on the roadmap as they say.</summary>
internal sealed class TellMinutesCirculated(
    ISessions sessions, IMinutes minutes, IMeetings meetings, IRoadmaps roadmaps, AttendingSubstitutes substitutes, Solicitations solicited) : IEffectHandler
{
    public EffectKind Kind => EffectKind.MinutesCirculated;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var id = SessionId.From(run.Aggregate.Id);
        if (await sessions.Get(run.Aggregate.Territory, id, cancel) is not { Value: var session } || run.Roster.TableOf(session.Table) is not { } table
            || await minutes.Get(session.Territory, id, cancel) is not { } full)
        {
            return;
        }

        var year = TimeZoneInfo.ConvertTime(session.Start, run.Roster.Zone).Year;
        foreach (var action in full.Text.Tasks.Select(t => t.OnAxis(table, session.Start)).OfType<ActionOnAxis>())
        {
            await roadmaps.Entrust(session.Territory, year, action, cancel);
        }

        var kept = full.Text.Tasks.Where(t => t.Axis is not null).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var note in (await meetings.Of(session.Territory, id, cancel)).Notes.Where(n => n.Axis is not null && !kept.Contains(n.Id.Value)))
        {
            await roadmaps.Release(session.Territory, year, note.Axis!.Value, note.Id.Value, cancel);
        }

        await Tell(run, session, table, cancel);
    }

    private async Task Tell(EffectRun run, Session session, Table table, CancellationToken cancel)
    {
        var replies = await sessions.Replies(session.Territory, session.Id, cancel);
        var there = await substitutes.Of(session.Territory, session.Id, run.Roster, cancel);
        await solicited.Tell(
            run, TellCalledSeats.Recipients(session, table, run.Roster, replies).Union(there).Select(r => (r.Person, (SeatId?)r.Seat)), cancel);
    }
}

/// <summary>Minutes are final: their Word file is stored once, its digest noted, and every called seat gets it.</summary>
internal sealed class KeepValidatedMinutes(
    ISessions sessions, IMinutes minutes, IRoadmaps roadmaps, TakeDocument take, AttendingSubstitutes substitutes, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.MinutesValidated;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var id = SessionId.From(run.Aggregate.Id);
        if (await sessions.Get(run.Aggregate.Territory, id, cancel) is not { Value: var session } || run.Roster.TableOf(session.Table) is not { } table
            || await minutes.Get(session.Territory, id, cancel) is not { Minutes.Value.State: MinutesState.Validated } full)
        {
            return;
        }

        if (full.Minutes.Value.Paper is null)
        {
            await Store(run.Roster, session, table, full, cancel);
        }

        var replies = await sessions.Replies(session.Territory, id, cancel);
        var there = await substitutes.Of(session.Territory, id, run.Roster, cancel);
        await notices.Create(
            [.. TellCalledSeats.Recipients(session, table, run.Roster, replies).Union(there).Select(r => Notify.Of(run.Aggregate, run.Effect, r.Person, r.Seat, clock.GetUtcNow()))],
            cancel);
    }

    private async Task Store(Roster roster, Session session, Table table, MinutesInFull full, CancellationToken cancel)
    {
        var head = full.Minutes.Value;
        var year = TimeZoneInfo.ConvertTime(session.Start, roster.Zone).Year;
        var axes = (await roadmaps.Get(session.Territory, year, cancel))?.Plan.Axes ?? [];
        using var file = new MemoryStream(WordPapers.Minutes(session, table, roster, head, full.Text, axes));
        var pilot = roster.PersonOf(roster.Territory.Pilot)!;
        var outcome = await take.Run(
            new Actor(session.Territory, pilot.Id, pilot.Name, null, Way.Chat, pilot), WordPapers.NameOf(PaperKind.Minutes, session, table, roster.Zone),
            file, cancel);
        var stored = outcome.Match(
            taken => head with { Paper = taken.Document.Id.Value, Sha256 = taken.Document.Sha256 },
            refused => throw new InvalidOperationException($"our own minutes were refused: {refused.Why}"));
        if (!await minutes.Save(stored, full.Text, full.Minutes.Version, [], null, cancel)
            // Two looks at once make the same paper: the other's stands.
            && await minutes.Get(session.Territory, session.Id, cancel) is not { Minutes.Value.Paper: not null })
        {
            throw new InvalidOperationException("validated minutes changed while they were stored");
        }
    }
}

/// <summary>Somebody asks for a change: the pilote and the session's convener are told.</summary>
internal sealed class TellAmendmentProposed(ISessions sessions, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.AmendmentProposed;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await sessions.Get(run.Aggregate.Territory, SessionId.From(run.Aggregate.Id), cancel) is { Value: var session })
        {
            await notices.Create(
                [
                    .. new[] { run.Roster.Territory.Pilot, session.ConvenedBy }.Distinct()
                        .Select(p => Notify.Of(run.Aggregate, run.Effect, p, null, clock.GetUtcNow())),
                ],
                cancel);
        }
    }
}

/// <summary>An amendment was answered: who asked is told.</summary>
internal sealed class TellAmendmentAnswered(IMinutes minutes, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.AmendmentAnswered;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var amendments = await minutes.Amendments(run.Aggregate.Territory, SessionId.From(run.Aggregate.Id), cancel);
        if (amendments.FirstOrDefault(a => a.Value.Id.Value == run.Effect.Detail) is { } found)
        {
            await notices.Create([Notify.Of(run.Aggregate, run.Effect, found.Value.By, null, clock.GetUtcNow())], cancel);
        }
    }
}

/// <summary>Validates minutes whose time of silence is over.</summary>
internal sealed class ValidateSilentMinutes(ValidateMinutes validate) : IUpkeep
{
    public AggregateKind Kind => AggregateKind.Session;

    public Task Run(Aggregate aggregate, Roster roster, CancellationToken cancel) =>
        validate.WhenDue(aggregate.Territory, SessionId.From(aggregate.Id), roster, cancel);
}
