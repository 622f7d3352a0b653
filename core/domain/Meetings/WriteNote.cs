using System.Globalization;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Meetings;

public enum NoteKind { Debate, Action }

/// <summary>One line noted during a session, for its minutes.</summary>
/// <param name="Id">The act that noted it.</param>
/// <param name="Item">The agenda's item it was said on; null outside of any.</param>
/// <param name="Who">Of an action: who does it, in people's words.</param>
/// <param name="Due">Of an action: by when; null when not said.</param>
/// <param name="Axis">Of an action: the axis of the roadmap it belongs to.</param>
public sealed record SessionNote(
    OperationId Id, TerritoryId Territory, SessionId Session, ItemId? Item, NoteKind Kind, string Text, string? Who, DateOnly? Due,
    AxisId? Axis, PersonId By, string ByName, DateTimeOffset At)
{
    public Effect ToFollow() => new($"action-{Session}-{Id}", EffectKind.ActionNoted, Session.Value, Id.Value);

    /// <summary>As it stands on its axis; null without one.</summary>
    public ActionOnAxis? OnAxis(Table table) => Axis is { } axis
        ? new ActionOnAxis(axis, Id.Value, table.Id, table.Short, Text, Who, Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), At)
        : null;
}

/// <param name="Item">The item's number on the agenda, from 1; null: the current one.</param>
public sealed record NoteDraft(NoteKind Kind, int? Item, string Text, string? Who, DateOnly? Due);

public abstract record NoteOutcome
{
    private NoteOutcome() { }

    public sealed record Written(Session Session, SessionNote Note, AgendaItem? Item) : NoteOutcome;

    public sealed record NotFound : NoteOutcome;

    public sealed record NotAConvener(Session Session) : NoteOutcome;

    /// <summary>Cancelled, or not begun yet.</summary>
    public sealed record NotHeld(Session Session) : NoteOutcome;

    /// <summary>Its minutes are written already: what is to be added goes into them.</summary>
    /// <param name="Final">They are validated: nothing goes into them any more.</param>
    public sealed record MinutesWritten(Session Session, bool Final) : NoteOutcome;

    public sealed record NoSuchItem(Session Session) : NoteOutcome;

    public sealed record TextMissing(NoteKind Kind) : NoteOutcome;

    public sealed record TooLong(int Most) : NoteOutcome;

    /// <summary>Rule 10; nothing of it was kept.</summary>
    public sealed record NamesSomeone(IReadOnlyList<PersonalDataKind> Kinds) : NoteOutcome;

    public T Match<T>(
        Func<Written, T> written, Func<NotFound, T> notFound, Func<NotAConvener, T> notAConvener, Func<NotHeld, T> notHeld,
        Func<MinutesWritten, T> minutesWritten, Func<NoSuchItem, T> noSuchItem, Func<TextMissing, T> textMissing, Func<TooLong, T> tooLong, Func<NamesSomeone, T> namesSomeone) => this switch
        {
            Written it => written(it),
            NotFound it => notFound(it),
            NotAConvener it => notAConvener(it),
            NotHeld it => notHeld(it),
            MinutesWritten it => minutesWritten(it),
            NoSuchItem it => noSuchItem(it),
            TextMissing it => textMissing(it),
            TooLong it => tooLong(it),
            NamesSomeone it => namesSomeone(it),
            _ => throw new InvalidOperationException("no such outcome"),
        };
}

/// <summary>Notes a line of debate or an action, from a session's beginning until its minutes: the convener's act.</summary>
public sealed class WriteNote(
    IRosters rosters, ISessions sessions, IMeetings meetings, IMinutes minutes, IRelay relay, TimeProvider clock)
{
    public const int MostText = 2000;

    public async Task<NoteOutcome> Run(Actor actor, SessionId id, NoteDraft draft, OperationId operation, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel) ?? throw new InvalidOperationException("the actor's territory is gone");
        if (await sessions.Get(actor.Territory, id, cancel) is not { Value: var session } || roster.TableOf(session.Table) is not { } table)
        {
            return new NoteOutcome.NotFound();
        }

        if (!roster.MayConvene(actor.Id, table))
        {
            return new NoteOutcome.NotAConvener(session);
        }

        var run = (await meetings.RunOf(actor.Territory, id, cancel))?.Value.AsOf(session, clock.GetUtcNow());
        var item = draft.Item is { } number ? session.Agenda.ElementAtOrDefault(number - 1) : run?.Current is { } current ? session.ItemOf(current) : null;
        return session.State == SessionState.Cancelled || run is null ? new NoteOutcome.NotHeld(session)
            : await minutes.Head(actor.Territory, id, cancel) is { Value: var head } ? new NoteOutcome.MinutesWritten(session, head.State == MinutesState.Validated)
            : draft.Item is not null && item is null ? new NoteOutcome.NoSuchItem(session)
            : Unfit(draft) is { } unfit ? unfit
            : await Write(actor, session, draft, item, operation, cancel);
    }

    private static NoteOutcome? Unfit(NoteDraft draft)
    {
        var text = draft.Text.Trim();
        if (text.Length == 0)
        {
            return new NoteOutcome.TextMissing(draft.Kind);
        }

        if (text.Length > MostText || OneLine.Of(draft.Who).Length > SessionLimits.RepresentedBy)
        {
            return new NoteOutcome.TooLong(text.Length > MostText ? MostText : SessionLimits.RepresentedBy);
        }

        // Who carries an action has a name; the text doesn't need one.
        PersonalDataKind[] kinds = [.. PersonalDataGuard.KindsIn(text), .. PersonalDataGuard.KindsBesidesNamesIn(draft.Who ?? "")];
        return kinds.Length > 0 ? new NoteOutcome.NamesSomeone([.. kinds.Distinct()]) : null;
    }

    /// <summary>The roadmap is everybody's to read: what was entrusted in huis clos doesn't stand on it (rule 2).</summary>
    private static AxisId? AxisOf(NoteDraft draft, AgendaItem? item) =>
        draft.Kind == NoteKind.Action && item is { InCamera: false } ? item.Axis : null;

    private async Task<NoteOutcome> Write(
        Actor actor, Session session, NoteDraft draft, AgendaItem? item, OperationId operation, CancellationToken cancel)
    {
        var note = new SessionNote(
            operation, session.Territory, session.Id, item?.Id, draft.Kind, draft.Text.Trim(), ConveneRules.Trimmed(draft.Who), draft.Due,
            AxisOf(draft, item), actor.Id, actor.Name, clock.GetUtcNow());
        var aggregate = new Aggregate(AggregateKind.Session, session.Territory, session.Id.Value);
        Effect[] effects = note.Axis is null ? [] : [note.ToFollow()];
        if (effects.Length > 0)
        {
            await relay.Announce(aggregate, cancel);
        }

        if (await meetings.Write(session.Territory, note, effects, cancel) && effects.Length > 0)
        {
            relay.Nudge(aggregate);
        }

        return new NoteOutcome.Written(session, note, item);
    }
}
