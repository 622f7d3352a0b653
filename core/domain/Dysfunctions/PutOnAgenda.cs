using Concertation.Domain.PersonalData;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <summary>Where on a session's agenda.</summary>
public abstract record AgendaPlace
{
    private AgendaPlace() { }

    public sealed record OnItem(ItemId Item) : AgendaPlace;

    /// <param name="Title">At most <see cref="SessionLimits.ItemTitle"/> characters.</param>
    public sealed record NewItem(string? Title, AgendaItemKind Kind, int Minutes) : AgendaPlace;
}

public abstract record AgendaAnswer
{
    private AgendaAnswer() { }

    public sealed record Put(Dysfunction Report, Session Session, AgendaItem Item) : AgendaAnswer;

    /// <summary>The pilote and deputies alone handle reports, and only a table's conveners set its agenda.</summary>
    public sealed record NotAllowed : AgendaAnswer;

    public sealed record NoSuchReport : AgendaAnswer;

    public sealed record AlreadyOver(Dysfunction Report) : AgendaAnswer;

    /// <summary>None of that id, cancelled, or held already.</summary>
    public sealed record NoSuchSession : AgendaAnswer;

    public sealed record NoSuchItem : AgendaAnswer;

    /// <summary>The title is missing or too long, or the minutes are out of their limits.</summary>
    public sealed record ItemUnclear : AgendaAnswer;

    public sealed record TitleNamesSomeone(IReadOnlyList<PersonalDataKind> Kinds) : AgendaAnswer;

    public T Match<T>(
        Func<Put, T> put, Func<NotAllowed, T> notAllowed, Func<NoSuchReport, T> noSuchReport, Func<AlreadyOver, T> alreadyOver,
        Func<NoSuchSession, T> noSuchSession, Func<NoSuchItem, T> noSuchItem, Func<ItemUnclear, T> itemUnclear,
        Func<TitleNamesSomeone, T> titleNamesSomeone) => this switch
    {
        Put r => put(r),
        NotAllowed r => notAllowed(r),
        NoSuchReport r => noSuchReport(r),
        AlreadyOver r => alreadyOver(r),
        NoSuchSession r => noSuchSession(r),
        NoSuchItem r => noSuchItem(r),
        ItemUnclear r => itemUnclear(r),
        TitleNamesSomeone r => titleNamesSomeone(r),
        _ => throw new InvalidOperationException("unreachable: the cases are closed"),
    };
}

/// <summary>
/// Ties a report to an item of a coming session's agenda. Two aggregates change, the session first: stopped in
/// between, the item already carries the report, so its reporter will be told, and repeating the act completes it.
/// </summary>
public sealed class PutOnAgenda(IDysfunctions dysfunctions, ISessions sessions, IRelay relay, TimeProvider clock)
{
    private const int Tries = 8;

    public async Task<AgendaAnswer> Handle(
        Actor actor, Roster roster, DysfunctionRef reference, SessionId session, AgendaPlace place, CancellationToken cancel)
    {
        if (!await dysfunctions.IsFor(actor, roster, reference, cancel))
        {
            return new AgendaAnswer.NotAllowed();
        }

        if (Unclear(place) is { } unclear)
        {
            return unclear;
        }

        if (await dysfunctions.Get(roster.Territory.Id, reference, cancel) is not { } report)
        {
            return new AgendaAnswer.NoSuchReport();
        }

        if (report.Value.Over)
        {
            return new AgendaAnswer.AlreadyOver(report.Value);
        }

        return await AddToSession(roster, report.Value, session, place, cancel) switch
        {
            AgendaAnswer.Put put => await MarkOnAgenda(actor, put, cancel),
            var refused => refused,
        };
    }

    private static AgendaAnswer? Unclear(AgendaPlace place)
    {
        if (place is not AgendaPlace.NewItem item)
        {
            return null;
        }

        if (OneLine.Of(item.Title).Length is 0 or > SessionLimits.ItemTitle || item.Minutes is < 1 or > SessionLimits.ItemMinutes)
        {
            return new AgendaAnswer.ItemUnclear();
        }

        var kinds = PersonalDataGuard.KindsIn(OneLine.Of(item.Title));
        return kinds.Count > 0 ? new AgendaAnswer.TitleNamesSomeone(kinds) : null;
    }

    private async Task<AgendaAnswer> AddToSession(
        Roster roster, Dysfunction report, SessionId id, AgendaPlace place, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var session = await sessions.Get(roster.Territory.Id, id, cancel);
            if (session is null || !session.Value.IsOpen(clock.GetUtcNow()))
            {
                return new AgendaAnswer.NoSuchSession();
            }

            if (ItemFor(report, session.Value, place) is not { } item)
            {
                return new AgendaAnswer.NoSuchItem();
            }

            var changed = With(session.Value, item, report.Reference);
            if (ReferenceEquals(changed, session.Value) || await sessions.Save(session.With(changed), [], cancel))
            {
                return new AgendaAnswer.Put(report, changed, item);
            }
        }

        throw new InvalidOperationException($"session {id} was changed by others {Tries} times in a row");
    }

    /// <summary>The item as it carries the report; null when the session has none of that id.</summary>
    private static AgendaItem? ItemFor(Dysfunction report, Session session, AgendaPlace place)
    {
        // A report has at most one item of its own in a session, named after it: a second click finds it.
        var id = place is AgendaPlace.OnItem on ? on.Item : ItemId.From(report.Reference.Value.ToLowerInvariant());
        var there = session.Agenda.FirstOrDefault(i => i.Id == id);
        if (there is not null)
        {
            // What is decided on the item then shows on the report's axis; the follow-up of decisions belongs to none.
            return there.Reports.Contains(report.Reference)
                ? there
                : there with
                {
                    Axis = there.Axis ?? (there.Id == ItemId.FollowUp ? null : report.Axis),
                    Reports = [.. there.Reports, report.Reference],
                };
        }

        return place is AgendaPlace.NewItem item
            ? new AgendaItem(id, item.Kind, OneLine.Of(item.Title), item.Minutes, report.Axis, [report.Reference], InCamera: false)
            : null;
    }

    /// <summary>Within a session a report is on one item: a decision on another says nothing about it.</summary>
    private static Session With(Session session, AgendaItem item, DysfunctionRef report)
    {
        if (session.Agenda.Contains(item) && session.Agenda.Count(i => i.Reports.Contains(report)) == 1)
        {
            return session;
        }

        return session.Carrying(item);
    }

    private async Task<AgendaAnswer> MarkOnAgenda(Actor actor, AgendaAnswer.Put put, CancellationToken cancel)
    {
        var report = await dysfunctions.Change(
            relay, put.Report.Territory, put.Report.Reference,
            r => r.Over || (r.Session == put.Session.Id && r.Item == put.Item.Id)
                ? r
                : r.Becomes(DysfunctionStatus.OnAgenda, clock.GetUtcNow(), actor.Id) with { Session = put.Session.Id, Item = put.Item.Id },
            EffectKind.DysfunctionChanged, cancel);
        return report is null ? new AgendaAnswer.NoSuchReport() : put with { Report = report };
    }
}
