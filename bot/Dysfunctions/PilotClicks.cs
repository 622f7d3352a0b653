using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Microsoft365.Help;
using Concertation.Work.Dysfunctions;
using ConcertationBot.Turns;

namespace ConcertationBot.Dysfunctions;

/// <summary>The pilote says axis, family and gravity.</summary>
public sealed class QualifyReportClick(Actors actors, QualifyDysfunction qualify, DysfunctionViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || ClickInputs.Report(click) is not { } reference)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        if (!roster.IsPilot(actor))
        {
            return new CardAnswer.Refused(DysfunctionTexts.PilotOnly);
        }

        if (click.Text("family") is not { } family || ClickInputs.Enum<Gravity>(click, "gravity") is not { } gravity)
        {
            return new CardAnswer.Refused(DysfunctionTexts.ChooseFamily);
        }

        var answer = await qualify.Handle(
            actor, roster, reference, new Qualification(click.Id<AxisId>("axis"), family, gravity), cancel);
        return await answer.Match<Task<CardAnswer>>(
            async qualified => new CardAnswer.Card(await views.ForPilot(
                qualified.Report, roster, cancel, new FormNotice(PilotTexts.Qualified(qualified.Report)), done: true)),
            notPilot => Refusals.Because(DysfunctionTexts.PilotOnly),
            noSuchReport => Refusals.Because(DysfunctionTexts.Gone),
            noSuchAxis => Refusals.Because(DysfunctionTexts.AxisGone),
            noSuchFamily => Refusals.Because(DysfunctionTexts.ChooseFamily),
            over => Refusals.Because(DysfunctionTexts.AlreadyOver));
    }
}

/// <summary>The pilote puts a report on an agenda.</summary>
public sealed class PutReportOnAgendaClick(Actors actors, PutOnAgenda put, DysfunctionViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || ClickInputs.Report(click) is not { } reference)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        if (PlaceOf(click) is not var (session, place))
        {
            return new CardAnswer.Refused(DysfunctionTexts.ChoosePlace);
        }

        var answer = await put.Handle(actor, roster, reference, session, place, cancel);
        return await answer.Match<Task<CardAnswer>>(
            async done => new CardAnswer.Card(await views.ForPilot(
                done.Report, roster, cancel, new FormNotice("À l’ordre du jour", Said(done, roster)), done: true)),
            notAllowed => Refusals.Because(DysfunctionTexts.PilotOnly),
            noSuchReport => Refusals.Because(DysfunctionTexts.Gone),
            over => Refusals.Because(DysfunctionTexts.AlreadyOver),
            noSuchSession => Refusals.Because(DysfunctionTexts.SessionGone),
            noSuchItem => Refusals.Because(DysfunctionTexts.ItemGone),
            unclear => Refusals.Because(DysfunctionTexts.ItemUnclear),
            names => Refusals.Because(DysfunctionTexts.TakeOut("Titre", names.Kinds)));
    }

    private static string Said(AgendaAnswer.Put done, Roster roster) => PilotTexts.PutOn(
        $"{roster.TableOf(done.Session.Table)?.Short ?? "séance"} du {French.ShortDay(done.Session.Start, roster.Zone)}",
        done.Item.Title);

    /// <summary>"{session}/{item}", or "{session}/" for a new item; null when it is neither.</summary>
    private static (SessionId Session, AgendaPlace Place)? PlaceOf(CardClick click) =>
        click.Text("place")?.Split('/') switch
        {
            [var session, ""] when IdRules.IsWellFormed(session) => (
                SessionId.From(session),
                new AgendaPlace.NewItem(
                    click.Text("title"), AgendaItemKind.Decision,
                    ClickInputs.Number(click, "minutes") ?? 15)),
            [var session, var item] when IdRules.IsWellFormed(session) && IdRules.IsWellFormed(item) => (
                SessionId.From(session), new AgendaPlace.OnItem(ItemId.From(item))),
            _ => null,
        };
}

/// <summary>The pilote closes a report without action and says why.</summary>
public sealed class CloseReportClick(Actors actors, CloseDysfunction close, DysfunctionViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || ClickInputs.Report(click) is not { } reference)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var answer = await close.Handle(actor, roster, reference, Reason(click), cancel);
        return await answer.Match<Task<CardAnswer>>(
            async closed => new CardAnswer.Card(await views.ForPilot(
                closed.Report, roster, cancel, new FormNotice(PilotTexts.Closed(closed.Report)), done: true)),
            notPilot => Refusals.Because(DysfunctionTexts.PilotOnly),
            noSuchReport => Refusals.Because(DysfunctionTexts.Gone),
            noReason => Refusals.Because(DysfunctionTexts.ReasonNeeded),
            tooLong => Refusals.Because(DysfunctionTexts.ReasonTooLong(CloseAnswer.LongestReason)),
            names => Refusals.Because(DysfunctionTexts.TakeOut("Raison", names.Kinds)),
            settled => Refusals.Because(DysfunctionTexts.AlreadySettled));
    }

    /// <summary>What was written; else the ready answer that was chosen.</summary>
    private static string? Reason(CardClick click) => PeoplesWords.Clean(click.Text("reason")) is { Length: > 0 } written
        ? written
        : PilotTexts.Templates.FirstOrDefault(t => t.Id == click.Text("template")).Text;
}

/// <summary>The pilote says that a report is being resolved or is resolved, or opens it again, with the reason.</summary>
public sealed class MoveReportClick(Actors actors, MoveDysfunction move, DysfunctionViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || ClickInputs.Report(click) is not { } reference || ClickInputs.Enum<Move>(click, "to") is not { } to)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var result = await move.Handle(actor, roster, reference, to, PeoplesWords.Clean(click.Text("why")), cancel);
        return result.Why switch
        {
            null => new CardAnswer.Card(await views.ForPilot(
                result.Report!, roster, cancel, new FormNotice(PilotTexts.Moved(result.Report!)), done: true)),
            MoveRefusal.ReasonNamesSomeone => new CardAnswer.Refused(DysfunctionTexts.TakeOut("Pourquoi", result.Kinds ?? [])),
            { } why => new CardAnswer.Refused(PilotTexts.Refused(why)),
        };
    }
}

/// <summary>A refusal leaves the card as it is, with what was typed in it.</summary>
internal static class Refusals
{
    public static Task<CardAnswer> Because(string text) => Task.FromResult<CardAnswer>(new CardAnswer.Refused(text));
}
