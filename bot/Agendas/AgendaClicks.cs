using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Agendas;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Papers;
using Concertation.Work.Notices;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Agendas;

/// <summary>Draws a session's agenda for whoever looks: to prepare it, or to read it.</summary>
public sealed class AgendaCards(
    SessionClicks clicks, IAgendas agendas, EarlierDecisions earlier, Solicitations solicited, IBallots ballots, IRoadmaps roadmaps, PaperLinks papers, TimeProvider clock)
{
    public Task<ClickedSession?> Read(CardClick click, CancellationToken cancel) => clicks.Read(click, cancel);

    /// <summary>The agenda as it stands: the convener's card, or the last circulated version for a called seat.</summary>
    public async Task<AdaptiveCard> Of(ClickedSession found, CancellationToken cancel, string? news = null, string? problem = null) =>
        found.MayConvene
            ? AgendaCard.Of(await View(found, cancel), news, problem)
            : await ForMember(found, cancel);

    public async Task<CardAnswer> Show(ClickedSession found, CancellationToken cancel, string? news = null, string? problem = null) =>
        found.Session.IsOpenTo(found.Actor.Id, found.Table, found.Roster)
            ? new CardAnswer.Card(await Of(found, cancel, news, problem))
            : new CardAnswer.Refused(AgendaTexts.NotYours);

    public async Task<AgendaView> View(ClickedSession found, CancellationToken cancel)
    {
        var (territory, id) = (found.Session.Territory, found.Session.Id);
        var circulations = agendas.Circulations(territory, id, cancel);
        var suggestions = agendas.Suggestions(territory, id, cancel);
        var votes = ballots.Recent(territory, cancel);
        return new AgendaView(
            found.Session, found.Table, found.Roster, await suggestions, await circulations,
            found.Session.State == SessionState.Convened && found.Session.End > clock.GetUtcNow(), clock.GetUtcNow(),
            papers.For(territory, new Paper(id, PaperKind.Agenda, 0), found.Actor.Id), await votes, found.Papers,
            await earlier.Before(found.Session, cancel), await solicited.Of(found.Session.Called(found.Table), found.Roster, cancel),
            Grouping.ForSession(found.Session.Start, found.Roster, clock.GetUtcNow()));
    }

    public async Task<AdaptiveCard> Form(
        ClickedSession found, ItemInputs typed, ItemId? item, IReadOnlyList<ConveneProblem> problems, CancellationToken cancel, bool suggests = false)
    {
        var year = TimeZoneInfo.ConvertTime(found.Session.Start, found.Roster.Zone).Year;
        var plan = suggests ? null : await roadmaps.Get(found.Session.Territory, year, cancel);
        return ItemCards.Form(found.Session, found.Table, found.Roster.Zone, typed, item, plan?.Plan.Axes ?? [], problems, suggests);
    }

    private async Task<AdaptiveCard> ForMember(ClickedSession found, CancellationToken cancel)
    {
        var (territory, id) = (found.Session.Territory, found.Session.Id);
        var seat = found.Session.Called(found.Table)
            .First(s => found.Roster.Mandates.TryGetValue(s.Id, out var mandate) && mandate.Allows(found.Actor.Id));
        if (await agendas.Circulations(territory, id, cancel) is not [.., var last])
        {
            return ConvocationCard.Of(
                new SeatView(found.Session, found.Table, seat, found.Replies.FirstOrDefault(r => r.Seat == seat.Id), found.Roster, found.Papers),
                found.Session.State == SessionState.Convened && found.Session.End > clock.GetUtcNow());
        }

        var read = (await agendas.Acknowledgements(territory, id, cancel)).FirstOrDefault(a => a.Version == last.Version && a.Seat == seat.Id);
        return CirculatedCard.Of(new CirculatedView(
            found.Session, found.Table, found.Roster, last, seat, read,
            papers.For(territory, new Paper(id, PaperKind.Agenda, last.Version), found.Actor.Id), found.Papers,
            await earlier.Before(found.Session, cancel)));
    }
}

/// <summary>A click on a session's agenda: the session is found first.</summary>
public abstract class AgendaClick(AgendaCards cards) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel) =>
        await cards.Read(click, cancel) is { } found ? await Handle(found, click, cancel) : SessionClicks.Unknown;

    protected AgendaCards Cards => cards;

    protected abstract Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel);

    protected static string FormOf(CardClick click) =>
        click.Text(AgendaKeys.Form) is { } form && IdRules.IsWellFormed(form) ? form : click.Operation.Value;

    protected static int VersionOf(CardClick click) =>
        int.TryParse(click.Text(AgendaKeys.Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}

/// <summary>agenda.show</summary>
public sealed class ShowAgendaClick(AgendaCards cards) : AgendaClick(cards)
{
    protected override Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel) => Cards.Show(found, cancel);
}

/// <summary>agenda.form: an item to change, or a new one.</summary>
public sealed class OpenItemForm(AgendaCards cards) : AgendaClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        if (!found.MayConvene)
        {
            return new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table));
        }

        if (click.Id<ItemId>(AgendaKeys.Item) is not { } id)
        {
            return new CardAnswer.Card(await Cards.Form(found, ItemInputs.Empty(click.Operation.Value), null, [], cancel));
        }

        var place = found.Session.Agenda.TakeWhile(i => i.Id != id).Count() + 1;
        return found.Session.ItemOf(id) is { } item
            ? new CardAnswer.Card(await Cards.Form(found, ItemInputs.Of(item, place, click.Operation.Value), id, [], cancel))
            : await Cards.Show(found, cancel, problem: SessionTexts.Fault(ConveneFault.ItemUnknown));
    }
}

/// <summary>agenda.save and agenda.remove: what became of it is the agenda as it stands, or the form with what is to mend.</summary>
public abstract class EditAgendaClick(AgendaCards cards, EditAgenda edit) : AgendaClick(cards)
{
    protected async Task<CardAnswer> Run(
        ClickedSession found, AgendaEdit asked, string done, Func<IReadOnlyList<ConveneProblem>, Task<CardAnswer>> refused, CancellationToken cancel)
    {
        var change = await edit.Run(found.Actor, found.Session.Id, asked, cancel);
        return await change.Match(
            it => Cards.Show(found with { Session = it.Session }, cancel, done),
            _ => Task.FromResult<CardAnswer>(SessionClicks.Unknown),
            not => Task.FromResult<CardAnswer>(new CardAnswer.Refused(SessionTexts.NotAConvenerOf(not.Table))),
            it => Task.FromResult<CardAnswer>(new CardAnswer.Refused(SessionTexts.CancelledAlready(it.Session, found.Table, found.Roster.Zone))),
            it => Task.FromResult<CardAnswer>(new CardAnswer.Refused(SessionTexts.Begun(it.Session, found.Table, found.Roster.Zone))),
            it => refused(it.Problems));
    }
}

public sealed class SaveItemClick(AgendaCards cards, EditAgenda edit) : EditAgendaClick(cards, edit)
{
    protected override Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        var typed = ItemInputs.Read(FormOf(click), click.Text);
        var item = click.Id<ItemId>(AgendaKeys.Item);
        AgendaEdit asked = item is { } id
            ? new AgendaEdit.Change(id, typed.ToEntry(), typed.ToPlace())
            : new AgendaEdit.Add(EditAgenda.ItemOf(new OperationId(typed.Form)), typed.ToEntry());
        return Run(
            found, asked, AgendaTexts.Saved,
            async problems => new CardAnswer.Card(await Cards.Form(found, typed, item, problems, cancel)), cancel);
    }
}

public sealed class RemoveItemClick(AgendaCards cards, EditAgenda edit) : EditAgendaClick(cards, edit)
{
    protected override Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel) =>
        click.Id<ItemId>(AgendaKeys.Item) is { } item
            ? Run(
                found, new AgendaEdit.Remove(item), AgendaTexts.Removed,
                problems => Cards.Show(found, cancel, problem: AgendaTexts.Problems(problems)), cancel)
            : Cards.Show(found, cancel);
}

/// <summary>agenda.circulate: the numbered version the button names, once.</summary>
public sealed class CirculateClick(AgendaCards cards, CirculateAgenda circulate) : AgendaClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        var outcome = await circulate.Run(found.Actor, found.Session.Id, VersionOf(click), SessionClicks.SparesOften(click), cancel);
        return await outcome.Match(
            done => Cards.Show(
                found with { Session = done.Session }, cancel,
                done.Again
                    ? AgendaTexts.AlreadyCirculated(done.Circulation)
                    : AgendaTexts.Circulated(done.Circulation, done.Session.Called(found.Table).Count(s => found.Roster.Mandates.ContainsKey(s.Id)))),
            _ => Task.FromResult<CardAnswer>(SessionClicks.Unknown),
            _ => Task.FromResult<CardAnswer>(new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table))),
            it => Task.FromResult<CardAnswer>(new CardAnswer.Refused(AgendaTexts.Closed(it.Session, found.Table, found.Roster.Zone))));
    }
}

/// <summary>agenda.readers: who got the last version, and who said to have read it.</summary>
public sealed class ShowReadersClick(AgendaCards cards, IAgendas agendas, INotices notices) : AgendaClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        if (!found.MayConvene)
        {
            return new CardAnswer.Refused(SessionTexts.NotAConvenerOf(found.Table));
        }

        var view = await Cards.View(found, cancel);
        if (view.Last is not { } last)
        {
            return await Cards.Show(found, cancel);
        }

        var version = last.Version.ToString(CultureInfo.InvariantCulture);
        var sent = (await notices.Of(new Aggregate(AggregateKind.Session, found.Session.Territory, found.Session.Id.Value), cancel))
            .Select(n => n.Value).Where(n => n.Why == EffectKind.AgendaCirculated && n.Detail == version);
        return new CardAnswer.Card(CirculatedCard.Readers(
            view, [.. sent], await agendas.Acknowledgements(found.Session.Territory, found.Session.Id, cancel)));
    }
}

/// <summary>agenda.read: « J’ai pris connaissance ».</summary>
public sealed class AcknowledgeClick(AgendaCards cards, AcknowledgeAgenda acknowledge) : AgendaClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel) =>
        click.Id<Concertation.Domain.Tables.SeatId>(SessionKeys.Seat) is { } seat
        && await acknowledge.Run(found.Actor, found.Session.Id, VersionOf(click), seat, cancel)
            ? found.MayConvene ? new CardAnswer.Message(AgendaTexts.ReadNoted) : await Cards.Show(found, cancel)
            : new CardAnswer.Refused(AgendaTexts.NotYours);
}
