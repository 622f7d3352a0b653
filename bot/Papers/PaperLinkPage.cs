using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Documents;
using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Agendas;
using Concertation.Work.Links;
using Concertation.Work.Papers;
using ConcertationBot.AddIn.Pages;
using ConcertationBot.Links;
using ConcertationBot.Minutes;
using Table = Concertation.Domain.Tables.Table;

namespace ConcertationBot.Papers;

/// <summary>
/// A session's paper as a Word file, behind a personal link: whether it is the reader's to have is asked at each opening.
/// Drafts are their convener's; final minutes come as they were stored, byte by byte.
/// </summary>
public sealed class PaperLinkPage(
    IRosters rosters, ISessions sessions, IAgendas agendas, EarlierDecisions earlier, IMeetings meetings, IBallots ballots, IRoadmaps roadmaps, MinutesViews minutes,
    IDocuments documents, TimeProvider clock) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Paper;

    public async Task<IResult> Show(PersonalLink link, CancellationToken cancel)
    {
        if (Paper.Read(link.SubjectId) is not { } paper || await rosters.Get(link.Territory, cancel) is not { } roster
            || roster.PersonOf(link.Person) is not { } person || await sessions.Get(link.Territory, paper.Session, cancel) is not { Value: var session }
            || roster.TableOf(session.Table) is not { } table || !session.IsOpenTo(person.Id, table, roster))
        {
            return NotYours();
        }

        var reader = new Reader(person, session, table, roster, roster.MayConvene(person.Id, table));
        var name = WordPapers.NameOf(paper.Kind, session, table, roster.Zone);
        return paper.Kind switch
        {
            PaperKind.Agenda => await Agenda(reader, paper.Version, cancel) is { } agenda ? Results.File(agenda, DocumentKind.Word.MediaType(), name) : NotYours(),
            PaperKind.Attendance when reader.Convenes => Results.File(await Attendance(reader, cancel), DocumentKind.Word.MediaType(), name),
            PaperKind.Minutes => await Minutes(reader, name, cancel),
            _ => NotYours(),
        };
    }

    public Task<IResult> Act(LinkPost post, CancellationToken cancel) => Show(post.Link, cancel);

    private sealed record Reader(Person Person, Session Session, Table Table, Roster Roster, bool Convenes);

    private async Task<byte[]?> Agenda(Reader reader, int version, CancellationToken cancel)
    {
        var session = reader.Session;
        var circulations = await agendas.Circulations(session.Territory, session.Id, cancel);
        // What stands as it last went out is that version, whoever asks for it.
        var sent = circulations.FirstOrDefault(c => c.Version == version)
            ?? (version == 0 && circulations is [.., var last] && last.StillStands(session) ? last : null);
        if (sent is null && !reader.Convenes)
        {
            return null;
        }

        var shown = sent?.Agenda ?? session.Agenda;
        var names = (await documents.Get(session.Territory, [.. shown.SelectMany(i => i.Joined)], cancel)).ToDictionary(d => d.Id, d => d.Name);
        var recent = await ballots.Recent(session.Territory, cancel);
        var followUp = await earlier.Before(session, cancel);
        return WordPapers.Agenda(
            session, reader.Table, reader.Roster, sent, await Axes(reader, cancel),
            item => [.. item.Joined.Select(id => names.GetValueOrDefault(id)).OfType<string>()],
            item => [.. FollowUpTexts.Lines(followUp, item.Id), .. AgendaTexts.Votes(recent, session.Id, item.Id, clock.GetUtcNow())]);
    }

    private async Task<byte[]> Attendance(Reader reader, CancellationToken cancel)
    {
        var session = reader.Session;
        var replies = await sessions.Replies(session.Territory, session.Id, cancel);
        var now = clock.GetUtcNow();
        var record = (await meetings.Of(session.Territory, session.Id, cancel)).AsOf(session, now);
        var run = record.Run?.Value;
        return WordPapers.Attendance(
            RollCall.Of(session, reader.Table, reader.Roster, replies, record), reader.Roster, run, run is null ? session.End <= now : !run.IsRunning);
    }

    private async Task<IResult> Minutes(Reader reader, string name, CancellationToken cancel)
    {
        var (session, person) = (reader.Session, reader.Person);
        var actor = new Actor(session.Territory, person.Id, person.Name, null, Way.Link, person);
        if (await minutes.Of(actor, reader.Roster, session, reader.Table, cancel) is not { } view)
        {
            return NotYours();
        }

        if (view.Minutes.PaperId is { } paper && await documents.Open(session.Territory, paper, cancel) is { } stored)
        {
            return Results.File(stored.Bytes, DocumentKind.Word.MediaType(), name);
        }

        return Results.File(
            WordPapers.Minutes(session, reader.Table, reader.Roster, view.Minutes, view.Text, await Axes(reader, cancel)), DocumentKind.Word.MediaType(), name);
    }

    private async Task<IReadOnlyList<Axis>> Axes(Reader reader, CancellationToken cancel)
    {
        var year = TimeZoneInfo.ConvertTime(reader.Session.Start, reader.Roster.Zone).Year;
        return (await roadmaps.Get(reader.Session.Territory, year, cancel))?.Plan.Axes ?? [];
    }

    private static IResult NotYours() => PersonalLinkPages.Problem(
        StatusCodes.Status403Forbidden, "Ce document ne vous est pas ouvert", "Il n’est pas diffusé, ou votre place à cette table a changé. La personne qui pilote la concertation peut vous renseigner.");
}
