using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Agendas;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Decisions;
using Concertation.Work.Documents;
using Concertation.Work.Links;
using Concertation.Work.Papers;
using ConcertationBot.AddIn.Agendas;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.Links;

namespace ConcertationBot.Agendas;

/// <summary>The page behind a circulated agenda's personal link: read it, say so, suggest an item. The same rights as the card.</summary>
public sealed class AgendaLink(
    IRosters rosters, ISessions sessions, IAgendas agendas, EarlierDecisions earlier, SubmittedOnAgenda submitted, AcknowledgeAgenda acknowledge, SuggestItem suggest, PaperLinks papers, DocumentLinks documents,
    TimeProvider clock) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Agenda;

    public Task<IResult> Show(PersonalLink link, CancellationToken cancel) => PageOf(link, null, null, cancel);

    public async Task<IResult> Act(LinkPost post, CancellationToken cancel)
    {
        var link = post.Link;
        if ((await rosters.Get(link.Territory, cancel))?.PersonOf(link.Person) is not { } person)
        {
            return await PageOf(link, null, null, cancel);
        }

        var actor = new Actor(link.Territory, person.Id, person.Name, null, Way.Link, person);
        if (post.Text("act") == "read")
        {
            if (!post.IsSure)
            {
                return await PageOf(link, new(PageNoticeKind.Problem, LinkPost.TickFirst, null), null, cancel);
            }

            _ = int.TryParse(post.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
            return await acknowledge.Run(actor, new(link.SubjectId), version, link.Seat, cancel)
                ? await PageOf(link, new(PageNoticeKind.Done, "C’est noté, merci !", AgendaTexts.ReadNoted), null, cancel)
                : await PageOf(link, null, null, cancel);
        }

        var typed = ItemInputs.Empty(post.Operation.Value, post.Text("title"), post.Text("minutes") ?? AgendaInput.UsualMinutes);
        var outcome = await suggest.Run(actor, new(link.SubjectId), typed.ToEntry(), post.Operation, cancel);
        return outcome switch
        {
            SuggestOutcome.Suggested or SuggestOutcome.Added => await PageOf(
                link, new(PageNoticeKind.Done, "C’est transmis, merci !", "La réponse vous parviendra par courriel."), null, cancel),
            SuggestOutcome.Refused refused => await PageOf(
                link, new(PageNoticeKind.Problem, "La suggestion n’est pas encore transmise", null),
                new(typed.Title, typed.Minutes, AgendaTexts.Problems(refused.Problems), SessionLimits.ItemTitle), cancel),
            _ => await PageOf(link, null, null, cancel),
        };
    }

    private async Task<IResult> PageOf(
        PersonalLink link, AgendaPageNotice? notice, AgendaPageSuggestion? typed, CancellationToken cancel)
    {
        var id = new SessionId(link.SubjectId);
        if (await rosters.Get(link.Territory, cancel) is not { } roster || await sessions.Get(link.Territory, id, cancel) is not { Value: var session }
            || roster.TableOf(session.Table) is not { } table || roster.PersonOf(link.Person) is not { } person
            || session.Called(table).FirstOrDefault(s => s.Id == link.Seat) is not { } seat
            || !roster.Mandates.TryGetValue(seat.Id, out var mandate) || !mandate.Allows(person.Id))
        {
            return NotYours();
        }

        var last = await agendas.Circulations(link.Territory, id, cancel) is [.., var circulated] ? circulated : null;
        var read = (await agendas.Acknowledgements(link.Territory, id, cancel)).FirstOrDefault(a => a.Version == last?.Version && a.Seat == seat.Id);
        var coming = session.State == SessionState.Convened && session.Start > clock.GetUtcNow();
        return PersonalLinkPages.Page<AgendaPage>(new()
        {
            [nameof(AgendaPage.Model)] = new AgendaPageModel(
                roster.Territory.Name, $"{table.Short} — {SessionTexts.Format(session.Format)}", person.Name,
                $"{roster.StructureName(seat.Structure)} (collège {roster.CollegeName(seat.College)})",
                French.DayAndTime(session.Start, roster.Zone), SessionTexts.Place(session),
                last is null ? null : AgendaTexts.Version(last, roster.Zone), (last?.Version ?? 0).ToString(CultureInfo.InvariantCulture),
                [.. await Items(session, last?.Agenda ?? session.Agenda, cancel)],
                last is null ? null : papers.For(link.Territory, new Paper(id, PaperKind.Agenda, last.Version), person.Id).AbsoluteUri,
                (await documents.For(session, table, roster, person.Id, seat.Id, cancel))?.All.AbsoluteUri,
                last is not null && read is null && coming,
                read is null ? null : $"{read.Name} en a pris connaissance le {French.DayAndTime(read.At, roster.Zone)}.",
                notice ?? Situation(session, table, roster.Zone),
                coming ? typed ?? new(null, AgendaInput.UsualMinutes, null, SessionLimits.ItemTitle) : null),
        });
    }

    private async Task<IEnumerable<AgendaPageItem>> Items(Session session, IReadOnlyList<AgendaItem> agenda, CancellationToken cancel)
    {
        var followUp = await earlier.Before(session, cancel);
        var files = await submitted.Lines(session.Territory, agenda, cancel);
        return agenda.Select(i => new AgendaPageItem(
            $"{i.Title} ({AgendaTexts.Detail(i)})", [.. FollowUpTexts.Lines(followUp, i.Id), .. files.GetValueOrDefault(i.Id) ?? []]));
    }

    private AgendaPageNotice? Situation(Session session, Table table, TimeZoneInfo zone) => session switch
    {
        { State: SessionState.Cancelled } => new(PageNoticeKind.Problem, "Séance annulée", SessionTexts.CancelledAlready(session, table, zone)),
        _ when session.End <= clock.GetUtcNow() => new(PageNoticeKind.Beware, "Séance passée", null),
        _ => null,
    };

    /// <summary>A mandate that ends also ends its links: nothing of the session is shown (rule 2).</summary>
    private static IResult NotYours() => PersonalLinkPages.Problem(
        StatusCodes.Status403Forbidden, "Cet ordre du jour ne vous est plus ouvert", AgendaTexts.NotYours);
}
