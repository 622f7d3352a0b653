using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Documents;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Calendar;
using Concertation.Work.Documents;
using Concertation.Work.Links;
using ConcertationBot.AddIn.Documents;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.AddIn.Sessions;
using ConcertationBot.Links;

namespace ConcertationBot.Sessions;

/// <summary>The page behind a convocation's personal link: the same rights and rules as the card.</summary>
public sealed class ReplyLink(
    IRosters rosters, ISessions sessions, ReplyToConvocation reply, GiveProxy proxies, IMeetings meetings, DocumentLinks documents,
    FeedLinks feeds, TimeProvider clock) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Reply;

    public async Task<IResult> Show(PersonalLink link, CancellationToken cancel) =>
        await PageOf(link, null, null, cancel);

    public async Task<IResult> Act(LinkPost post, CancellationToken cancel)
    {
        var link = post.Link;
        if (post.Text("proxy") is { } act)
        {
            return await Proxy(link, act == "back" ? null : post.Text("holder"), cancel);
        }

        if (post.Text("feed") is not null)
        {
            return await PageOf(link, null, null, cancel, feed: true);
        }

        if (SessionKeys.ReplyOf(post.Text(SessionKeys.Reply)) is not { } kind)
        {
            return await PageOf(
                link, new(PageNoticeKind.Problem, "Choisissez une réponse", "Présent, absent ou représenté."), null, cancel);
        }

        var who = post.Text(SessionKeys.Who);
        var seen = int.TryParse(post.Text(SessionKeys.Seen), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0;
        if (await PersonOf(link, cancel) is not { } person)
        {
            return await PageOf(link, null, null, cancel);
        }

        var actor = new Actor(link.Territory, person.Id, person.Name, null, Way.Link, person);
        var named = RepresentedWords.Of(who, (await rosters.Get(link.Territory, cancel))?.Mandates.GetValueOrDefault(link.Seat));
        var outcome = await reply.Run(
            actor, new ReplyCommand(SessionOf(link), link.Seat, kind, named, seen, post.Operation), cancel);
        return await PageOf(link, NoticeOf(outcome), new Typed(kind, who, WhoError(outcome)), cancel);
    }

    /// <param name="holder">Null takes the proxy back.</param>
    private async Task<IResult> Proxy(PersonalLink link, string? holder, CancellationToken cancel)
    {
        var roster = await rosters.Get(link.Territory, cancel);
        if (roster?.PersonOf(link.Person) is not { } person || (holder is not null && !IdRules.IsWellFormed(holder)))
        {
            return await PageOf(link, null, null, cancel);
        }

        var outcome = await proxies.Run(
            new Actor(link.Territory, person.Id, person.Name, null, Way.Link, person), SessionOf(link), link.Seat,
            holder is null ? null : new SeatId(holder), cancel);
        return await PageOf(
            link,
            outcome is ProxyOutcome.Given or ProxyOutcome.TakenBack
                ? new(PageNoticeKind.Done, "C’est noté, merci !", MeetingTexts.Proxy(outcome, roster))
                : new(PageNoticeKind.Problem, "Rien n’a changé", MeetingTexts.Proxy(outcome, roster)),
            null, cancel);
    }

    /// <summary>Whoever doesn't come may give the seat's proxy; null for everybody else.</summary>
    private static ReplyPageProxy? ProxyOf(SeatView view)
    {
        var (session, table, roster) = (view.Session, view.Table, view.Roster);
        if (view.Seat.Voice != Voice.Deliberative || view.ReplyIsOld || view.Reply?.Kind != ReplyKind.Absent || table.Rules.Sessions.ProxiesPerHolder == 0)
        {
            return null;
        }

        var others = session.Called(table).Where(s => s.Voice == Voice.Deliberative && s.Id != view.Seat.Id && roster.Mandates.ContainsKey(s.Id)).ToList();
        return new ReplyPageProxy(
            view.ProxyGivenTo,
            [.. others.Select(s => new ReplyPageHolder(s.Id.Value, roster.StructureName(s.Structure)))]);
    }

    /// <summary>What was sent, shown again while something is to mend.</summary>
    private sealed record Typed(ReplyKind Kind, string? Who, string? WhoError);

    private async Task<IResult> PageOf(PersonalLink link, ReplyPageNotice? notice, Typed? typed, CancellationToken cancel, bool feed = false)
    {
        var roster = await rosters.Get(link.Territory, cancel);
        var session = (await sessions.Get(link.Territory, SessionOf(link), cancel))?.Value;
        if (roster is null || session is null || roster.TableOf(session.Table) is not { } table
            || table.Seats.FirstOrDefault(s => s.Id == link.Seat) is not { } seat
            || roster.PersonOf(link.Person) is not { } person)
        {
            return Gone();
        }

        var standing = (await sessions.Replies(link.Territory, session.Id, cancel)).FirstOrDefault(r => r.Seat == link.Seat);
        var papers = await documents.For(session, table, roster, person.Id, seat.Id, cancel);
        var view = new SeatView(session, table, seat, standing, roster, papers)
        {
            Proxies = await meetings.Proxies(link.Territory, session.Id, cancel),
        };
        var mine = roster.Mandates.TryGetValue(seat.Id, out var mandate) && mandate.Allows(person.Id);
        if (!mine)
        {
            return NotYours();
        }

        var open = session.State == SessionState.Convened && session.End > clock.GetUtcNow();
        return PersonalLinkPages.Page<ReplyPage>(new()
        {
            [nameof(ReplyPage.Model)] = ModelOf(view, person, notice ?? Situation(view), open ? FormOf(view, typed) : null) with
            {
                Proxy = open ? ProxyOf(view) : null,
                // Made when it is asked for, never by whoever only opens the page.
                Feed = feed ? await feeds.Show(new Actor(link.Territory, person.Id, person.Name, null, Way.Link, person), roster, table, cancel) : null,
            },
        });
    }

    /// <summary>A mandate that ends also ends its links: nothing of the session is shown (rule 2).</summary>
    private static IResult NotYours() => PersonalLinkPages.Problem(
        StatusCodes.Status403Forbidden, "Vous ne représentez plus ce siège", SessionTexts.NotYourSeat);

    private static IResult Gone() => PersonalLinkPages.Problem(
        StatusCodes.Status404NotFound, "Cette séance n’est plus là", "Elle a été retirée, ou votre place à cette table a changé. La personne qui pilote la concertation peut vous renseigner.");

    private static ReplyPageModel ModelOf(SeatView view, Person person, ReplyPageNotice? notice, ReplyPageForm? form)
    {
        var session = view.Session;
        var cancelled = session.State == SessionState.Cancelled;
        return new ReplyPageModel(
            view.Roster.Territory.Name, $"{view.Table.Short} — {SessionTexts.Format(session.Format)}", person.Name,
            $"{view.Roster.StructureName(view.Seat.Structure)} (collège {view.Roster.CollegeName(view.Seat.College)})",
            French.DayAndTime(session.Start, view.Zone), French.Duration(session.Duration), SessionTexts.Place(session),
            cancelled ? null : session.OnlineUrl,
            cancelled ? [] : [.. session.Agenda.Select(i => ItemOf(i, view))],
            view.Reply is null || cancelled ? null : $"{SessionTexts.Reply(view.Reply)}{(view.ReplyIsOld ? " (à confirmer)" : "")}", notice, form,
            ProxiesHeld: view.ProxyHeldFor is { Count: > 0 } held && !cancelled ? French.Join(held) : null);
    }

    private static ReplyPageItem ItemOf(AgendaItem item, SeatView view) => new(
        $"{item.Title} ({SessionTexts.Kind(item.Kind).ToLowerInvariant()}, {French.Duration(TimeSpan.FromMinutes(item.Minutes))})",
        [.. (view.Papers?.Of(item) ?? []).Select(l => new DocumentLine(l.Document.Name, DocumentTexts.About(l.Document), l.Url.ToString()))]);

    private ReplyPageNotice? Situation(SeatView view)
    {
        var (session, table, zone) = (view.Session, view.Table, view.Zone);
        return session.State == SessionState.Cancelled
                ? new(PageNoticeKind.Problem, "Séance annulée", session.CancelReason is { } why ? $"Motif : {why}" : SessionTexts.CancelledAlready(session, table, zone))
            : session.End <= clock.GetUtcNow() ? new(PageNoticeKind.Beware, "Séance passée", SessionTexts.Over(session, table, zone))
            : view.ReplyIsOld ? new(PageNoticeKind.Beware, "La date a changé", "Votre réponse valait pour l’ancienne date : merci de la confirmer ou de la changer.")
            : null;
    }

    private static ReplyPageForm FormOf(SeatView view, Typed? typed)
    {
        var standing = view.ReplyIsOld ? null : view.Reply;
        var chosen = typed?.Kind ?? standing?.Kind;
        return new ReplyPageForm(
            view.Session.Sequence.ToString(CultureInfo.InvariantCulture),
            chosen is { } kind ? SessionKeys.Word(kind) : null, typed?.Who ?? view.Reply?.RepresentedBy, typed?.WhoError,
            SessionLimits.RepresentedBy);
    }

    private static ReplyPageNotice? NoticeOf(ReplyOutcome outcome) => outcome.Match<ReplyPageNotice?>(
        noted => new(PageNoticeKind.Done, "C’est noté, merci !", $"{SessionTexts.Reply(noted.Reply)}. Vous pouvez changer d’avis jusqu’à la séance."),
        _ => null,
        _ => null,
        _ => null,
        _ => null,
        moved => new(PageNoticeKind.Beware, "La date vient de changer", "La réponse n’est pas encore notée : vérifiez la nouvelle date et répondez à nouveau."),
        _ => new(PageNoticeKind.Problem, "La réponse n’est pas encore notée", SessionTexts.WhoIsMissing),
        _ => new(PageNoticeKind.Problem, "La réponse n’est pas encore notée", SessionTexts.WhoIsTooLong),
        _ => new(PageNoticeKind.Problem, "La réponse n’est pas encore notée", SessionTexts.WhoSaysTooMuch));

    private static string? WhoError(ReplyOutcome outcome) => outcome switch
    {
        ReplyOutcome.WhoIsMissing => SessionTexts.WhoIsMissing,
        ReplyOutcome.WhoIsTooLong => SessionTexts.WhoIsTooLong,
        ReplyOutcome.WhoSaysTooMuch => SessionTexts.WhoSaysTooMuch,
        _ => null,
    };

    private async Task<Person?> PersonOf(PersonalLink link, CancellationToken cancel) =>
        (await rosters.Get(link.Territory, cancel))?.PersonOf(link.Person);

    private static SessionId SessionOf(PersonalLink link) => new(link.SubjectId);
}
