using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Agendas;
using Concertation.Work.Decisions;
using Concertation.Work.Documents;
using Concertation.Work.Links;
using Concertation.Work.Notices;
using Concertation.Work.Papers;
using Concertation.Work.Sessions;

namespace Concertation.Work.Agendas;

/// <summary>A member suggested an item: those who convene the table in fact are told, the pilote and its co-conveners.</summary>
internal sealed class TellItemSuggested(ISessions sessions, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.ItemSuggested;

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

/// <summary>A suggestion was answered: who made it is told.</summary>
internal sealed class TellItemAnswered(IAgendas agendas, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.ItemAnswered;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var found = await agendas.Suggestion(
            run.Aggregate.Territory, SessionId.From(run.Aggregate.Id), OperationId.From(run.Effect.Detail!), cancel);
        if (found is { Value: var suggestion })
        {
            await notices.Create([Notify.Of(run.Aggregate, run.Effect, suggestion.By, null, clock.GetUtcNow())], cancel);
        }
    }
}

/// <summary>A version of the agenda went out: every called seat gets it.</summary>
internal sealed class TellAgendaCirculated(ISessions sessions, Solicitations solicited) : TellCalledSeats(sessions, solicited)
{
    public override EffectKind Kind => EffectKind.AgendaCirculated;
}

internal sealed class ItemSuggestedContent(ISessions sessions, IAgendas agendas) : INoticeContent
{
    public EffectKind Kind => EffectKind.ItemSuggested;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var (session, table, suggestion) = await Suggested.Find(sessions, agendas, notice, roster, cancel);
        return session is null || table is null || suggestion is not { State: SuggestionState.Waiting }
            ? null
            : new(
                CirculatedCard.Suggested(session, table, roster.Zone, suggestion),
                new(AgendaMails.SuggestedSubject(suggestion), AgendaMails.Suggested(session, table, roster.Zone, suggestion)));
    }
}

internal sealed class ItemAnsweredContent(ISessions sessions, IAgendas agendas) : INoticeContent
{
    public EffectKind Kind => EffectKind.ItemAnswered;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var (session, table, suggestion) = await Suggested.Find(sessions, agendas, notice, roster, cancel);
        return session is null || table is null || suggestion is null or { State: SuggestionState.Waiting }
            ? null
            : new(
                CirculatedCard.Answered(session, table, roster.Zone, suggestion),
                new(AgendaMails.AnsweredSubject(suggestion), AgendaMails.Answered(session, table, roster.Zone, suggestion)));
    }
}

file static class Suggested
{
    public static async Task<(Session?, Table?, ItemSuggestion?)> Find(
        ISessions sessions, IAgendas agendas, Notice notice, Roster roster, CancellationToken cancel)
    {
        var id = SessionId.From(notice.Aggregate.Id);
        var session = (await sessions.Get(notice.Territory, id, cancel))?.Value;
        var suggestion = (await agendas.Suggestion(notice.Territory, id, OperationId.From(notice.Detail!), cancel))?.Value;
        return (session, session is null ? null : roster.TableOf(session.Table), suggestion);
    }
}

/// <summary>The circulated agenda for one seat: a card, or a mail with a personal link. A version overtaken by a later one is dropped.</summary>
internal sealed class AgendaCirculatedContent(
    ISessions sessions, IAgendas agendas, EarlierDecisions earlier, SubmittedOnAgenda submitted, PersonalLinks links, PaperLinks papers,
    DocumentLinks documents) : INoticeContent
{
    public EffectKind Kind => EffectKind.AgendaCirculated;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var id = SessionId.From(notice.Aggregate.Id);
        if (notice.Seat is not { } seatId
            || await sessions.Get(notice.Territory, id, cancel) is not { Value: { State: SessionState.Convened } session }
            || roster.TableOf(session.Table) is not { } table
            || session.Called(table).FirstOrDefault(s => s.Id == seatId) is not { } seat
            || !session.IsOpenTo(notice.Recipient, table, roster)
            || await agendas.Circulations(notice.Territory, id, cancel) is not [.., var last]
            || notice.Detail != last.Version.ToString(CultureInfo.InvariantCulture))
        {
            return null;
        }

        var read = (await agendas.Acknowledgements(notice.Territory, id, cancel)).FirstOrDefault(a => a.Version == last.Version && a.Seat == seatId);
        var view = new CirculatedView(
            session, table, roster, last, seat, read,
            papers.For(notice.Territory, new Paper(id, PaperKind.Agenda, last.Version), notice.Recipient),
            await documents.For(session, table, roster, notice.Recipient, seatId, cancel), await earlier.Before(session, cancel),
            await submitted.Lines(notice.Territory, last.Agenda, cancel));
        var url = links.UrlFor(new PersonalLink(
            notice.Territory, LinkPurpose.Agenda, id.Value, seatId, notice.Recipient, session.End.AddDays(60)));
        return new(
            CirculatedCard.Of(view),
            new(AgendaMails.Subject(view), AgendaMails.Text(view, roster.PersonOf(notice.Recipient)?.Name, url)));
    }
}
