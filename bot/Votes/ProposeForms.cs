using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using Concertation.Microsoft365.Votes;
using Concertation.Work.Notices;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;
using Table = Concertation.Domain.Tables.Table;

namespace ConcertationBot.Votes;

/// <summary>What a form's subject names.</summary>
internal sealed record Subject(TableId Table, SessionId? Session, ItemId? Item)
{
    public override string ToString() => $"{Table}~{Session?.Value}~{Item?.Value}";

    /// <summary>Null when it isn't shaped like a subject; whether its parts belong together is the use case's word.</summary>
    public static Subject? Read(string? value) =>
        value?.Split('~') is [var table, var session, var item] && IdRules.IsWellFormed(table)
        && (session.Length == 0 || IdRules.IsWellFormed(session)) && (item.Length == 0 || IdRules.IsWellFormed(item))
            ? new(
                new(table), session.Length == 0 ? null : new SessionId(session),
                item.Length == 0 ? null : new ItemId(item))
            : null;
}

/// <summary>The form to propose, with the tables, agenda items and axes this person can choose among.</summary>
public sealed class ProposeForms(ISessions sessions, IRoadmaps roadmaps, Solicitations solicited, TimeProvider clock)
{
    private const int MostItems = 40;
    private const int MostCarriers = 100;
    private static readonly TimeSpan Since = TimeSpan.FromDays(31);

    /// <summary>Null when the person belongs to no table.</summary>
    public async Task<AdaptiveCard?> Draw(
        Actor actor, Roster roster, ProposeFields typed, string? problem, CancellationToken cancel)
    {
        var tables = actor.Person is null
            ? []
            : roster.Tables.Where(t =>
                roster.MayConvene(actor.Id, t) || roster.SeatsOf(actor.Id).Any(s => s.Table.Id == t.Id)).ToList();
        if (tables.Count == 0)
        {
            return null;
        }

        var year = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), roster.Zone).Year;
        var all = sessions.All(actor.Territory, cancel);
        var plan = roadmaps.Get(actor.Territory, year, cancel);
        await Task.WhenAll(all, plan);
        return CardTrim.Fit(ProposeCard.Of(
            actor.Territory, tables.Any(t => roster.MayConvene(actor.Id, t)), Subjects(actor, roster, tables, await all, typed.Subject),
            [.. ((await plan)?.Plan.Axes ?? []).Select(a => new ProposalAxis(a.Id.Value, $"{a.Id.Value.ToUpperInvariant()} — {CardTrim.Shorten(a.Title, 90)}"))],
            typed, Offer(Chosen(tables, typed), roster), problem,
            await solicited.Of(Convened(actor, roster, tables, typed).SelectMany(t => t.Seats), roster, cancel),
            SolicitationTexts.GroupBallotLater(Grouping.NextWeek(roster, clock.GetUtcNow()), roster.Zone)));
    }

    /// <summary>Whom a ballot would reach: the chosen table's seats, else those of every table the person convenes.</summary>
    private static IEnumerable<Table> Convened(Actor actor, Roster roster, List<Table> tables, ProposeFields typed) =>
        Chosen(tables, typed).Where(t => roster.MayConvene(actor.Id, t));

    /// <summary>The table that was chosen already; all of them before that.</summary>
    private static List<Table> Chosen(List<Table> tables, ProposeFields typed) =>
        Subject.Read(typed.Subject) is { } subject ? [.. tables.Where(t => subject.Table == t.Id)] : tables;

    private static ProposeOffer Offer(List<Table> tables, Roster roster) => new(
        SettingTexts.Usual(tables),
        [
            .. tables.SelectMany(t => t.Seats.Select(s => new ProposalCarrier(
                s.Id.Value, tables.Count == 1 ? roster.StructureName(s.Structure) : $"{t.Short} — {roster.StructureName(s.Structure)}")))
                .Take(MostCarriers),
        ],
        tables.Any(t => t.Rules.Escalation is not null));

    private List<ProposalSubject> Subjects(Actor actor, Roster roster, List<Table> tables, IReadOnlyList<Session> all, string? chosen)
    {
        var known = tables.ToDictionary(t => t.Id);
        var items =
            from session in all
            where session.State == SessionState.Convened && session.Start > clock.GetUtcNow() - Since && known.ContainsKey(session.Table)
                && session.IsOpenTo(actor.Id, known[session.Table], roster)
            orderby session.Start
            from item in session.Agenda
            let subject = new Subject(session.Table, session.Id, item.Id).ToString()
            where item.Kind == AgendaItemKind.Decision || subject == chosen
            select new ProposalSubject(
                subject,
                $"{known[session.Table].Short}, {SessionTexts.Format(session.Format)} du {French.ShortDay(session.Start, roster.Zone)} — {CardTrim.Shorten(item.Title, 90)}");
        return
        [
            .. items.Take(MostItems),
            .. tables.Select(t => new ProposalSubject(new Subject(t.Id, null, null).ToString(), $"{t.Short}, hors séance")),
        ];
    }
}

/// <summary>« Proposer » on a card: draws the form.</summary>
public sealed class ProposeFormClick(Actors actors, ProposeForms forms) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster))
        {
            return BallotCards.OutOfReach;
        }

        var subject = click.Id<TableId>("table") is { } table
            ? new Subject(table, click.Id<SessionId>("session"), click.Id<ItemId>("item")).ToString()
            : null;
        var form = await forms.Draw(actor, roster, new ProposeFields(click.Operation.Value, subject), null, cancel);
        return form is null
            ? BallotCards.Refused(new BallotRefusal.NotMember(roster.Territory.Name))
            : new CardAnswer.Card(form);
    }
}
