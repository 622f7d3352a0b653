using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Agendas;

/// <summary>Changes a session's agenda: the act of its convener (rule 1). Nobody is told before it is circulated.</summary>
public sealed class EditAgenda(ChangeSession change, IBallots ballots)
{
    public async Task<SessionChange> Run(Actor actor, SessionId session, AgendaEdit edit, CancellationToken cancel)
    {
        var voted = edit is AgendaEdit.Remove remove && (await ballots.Recent(actor.Territory, cancel)).Any(b =>
            b.Session == session && b.Item == remove.Item && b.State is not (BallotState.Withdrawn or BallotState.Declined));
        return await change.Run(actor, session, (there, _, now) => Decide(there, edit, voted, now), effect: null, cancel);
    }

    /// <summary>The item an act adds: the same for its repeats.</summary>
    public static ItemId ItemOf(OperationId operation) => new($"i{operation.Value[..Math.Min(20, operation.Value.Length)]}");

    /// <summary>The rule alone.</summary>
    /// <param name="voted">A ballot stands on the item that is to go.</param>
    public static SessionChange Decide(Session session, AgendaEdit edit, bool voted, DateTimeOffset now)
    {
        if (session.State == SessionState.Cancelled)
        {
            return new SessionChange.Cancelled(session);
        }

        if (session.End <= now)
        {
            return Refused(session, ConveneFault.AgendaClosed);
        }

        return edit switch
        {
            AgendaEdit.Add add => Add(session, add),
            AgendaEdit.Change it => session.ItemOf(it.Item) is { } item ? Change(session, item, it.Entry, it.To) : Refused(session, ConveneFault.ItemUnknown),
            AgendaEdit.Remove it => session.ItemOf(it.Item) is { } item ? Remove(session, item, voted) : Refused(session, ConveneFault.ItemUnknown),
            _ => throw new InvalidOperationException("no such edit"),
        };
    }

    /// <summary>What is to mend in an item before it can stand on an agenda.</summary>
    public static IReadOnlyList<ConveneProblem> ProblemsOf(AgendaEntry entry)
    {
        List<ConveneProblem> problems = [.. ConveneRules.FaultsOf(entry.Title, entry.Minutes).Select(f => new ConveneProblem(ConveneField.Agenda, f))];
        var presenter = OneLine.Of(entry.Presenter);
        if (presenter.Length > SessionLimits.Presenter)
        {
            problems.Add(new(ConveneField.Presenter, ConveneFault.PresenterTooLong));
        }
        else if (PersonalDataGuard.KindsBesidesNamesIn(presenter).Count > 0)
        {
            problems.Add(new(ConveneField.Presenter, ConveneFault.NamesSomeone));
        }

        return problems;
    }

    private static SessionChange Add(Session session, AgendaEdit.Add add)
    {
        if (session.ItemOf(add.Item) is not null)
        {
            return Done(session, session.Agenda);
        }

        if (session.Agenda.Count >= SessionLimits.Items)
        {
            return Refused(session, ConveneFault.TooManyItems);
        }

        return ProblemsOf(add.Entry) is { Count: > 0 } problems
            ? new SessionChange.Refused(session, problems)
            : Done(session, [.. session.Agenda, Item(add.Item, add.Entry, [])]);
    }

    private static SessionChange Change(Session session, AgendaItem item, AgendaEntry entry, int? to)
    {
        // The follow-up keeps its name: it is the same on every agenda.
        var wanted = item.Id == ItemId.FollowUp ? entry with { Title = item.Title, Kind = item.Kind, InCamera = false } : entry;
        if (ProblemsOf(wanted) is { Count: > 0 } problems)
        {
            return new SessionChange.Refused(session, problems);
        }

        var changed = item with
        {
            Kind = wanted.Kind, Title = OneLine.Of(wanted.Title), Minutes = wanted.Minutes!.Value, Axis = wanted.Axis,
            Presenter = ConveneRules.Trimmed(wanted.Presenter), InCamera = wanted.InCamera,
        };
        return Done(session, Placed([.. session.Agenda.Select(i => i.Id == item.Id ? changed : i)], changed, to));
    }

    private static SessionChange Remove(Session session, AgendaItem item, bool voted) =>
        item.Id == ItemId.FollowUp ? Refused(session, ConveneFault.FollowUpStays)
        : item.Escalated is not null ? Refused(session, ConveneFault.ItemEscalated)
        : item.Reports.Count > 0 ? Refused(session, ConveneFault.ItemCarriesReports)
        : voted ? Refused(session, ConveneFault.ItemPutToVote)
        : Done(session, [.. session.Agenda.Where(i => i.Id != item.Id)]);

    private static IReadOnlyList<AgendaItem> Placed(IReadOnlyList<AgendaItem> agenda, AgendaItem item, int? to)
    {
        if (to is not { } wanted || item.Id == ItemId.FollowUp)
        {
            return agenda;
        }

        var others = agenda.Where(i => i.Id != item.Id).ToList();
        var first = others is [{ Id: var opening }, ..] && opening == ItemId.FollowUp ? 1 : 0;
        others.Insert(Math.Clamp(wanted - 1, first, others.Count), item);
        return others;
    }

    private static AgendaItem Item(ItemId id, AgendaEntry entry, IReadOnlyList<DysfunctionRef> reports) => new(
        id, entry.Kind, OneLine.Of(entry.Title), entry.Minutes!.Value, entry.Axis, reports, entry.InCamera, ConveneRules.Trimmed(entry.Presenter));

    private static SessionChange.Done Done(Session session, IReadOnlyList<AgendaItem> agenda) =>
        agenda.SequenceEqual(session.Agenda) ? new(session, session) : new(session with { Agenda = agenda }, session);

    private static SessionChange.Refused Refused(Session session, ConveneFault fault) => new(session, [new(ConveneField.Agenda, fault)]);
}
