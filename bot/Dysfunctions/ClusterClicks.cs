using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Microsoft365.Help;
using Concertation.Work.Dysfunctions;
using ConcertationBot.Turns;

namespace ConcertationBot.Dysfunctions;

/// <summary>Shows a cluster to the pilote, from any of its reports on.</summary>
public sealed class ShowClusterClick(Actors actors, IClusters clusters, ClusterViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        if (!roster.IsPilot(actor))
        {
            return new CardAnswer.Refused(DysfunctionTexts.PilotOnly);
        }

        return ClusterRef.Parse(click.Text("cluster")) is { } reference && await clusters.Get(roster.Territory.Id, reference, cancel) is { Value: var cluster }
            ? new CardAnswer.Card(ClusterCard.Of(await views.Of(cluster, roster, cancel, DysfunctionRef.Parse(click.Text("after")))))
            : new CardAnswer.Refused(ClusterTexts.NoSuchCluster);
    }
}

/// <summary>The pilote writes a cluster's summary and proposal.</summary>
public sealed class WriteSummaryClick(Actors actors, WriteSummary write, ClusterViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || ClusterRef.Parse(click.Text("cluster")) is not { } reference)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var answer = await write.Handle(
            actor, roster, reference, PeoplesWords.Clean(click.Text(ClusterCard.SummaryInput)), PeoplesWords.Clean(click.Text(ClusterCard.ProposalInput)), cancel);
        return answer.Why switch
        {
            null => new CardAnswer.Card(ClusterCard.Of(await views.Of(answer.Cluster!, roster, cancel), new FormNotice(ClusterTexts.Kept), done: true)),
            ClusterRefusal.NotPilot => new CardAnswer.Refused(DysfunctionTexts.PilotOnly),
            ClusterRefusal.NothingWritten => new CardAnswer.Refused(ClusterTexts.SummaryNeeded),
            ClusterRefusal.TooLong => new CardAnswer.Refused(ClusterTexts.TooLong),
            ClusterRefusal.NamesSomeone => new CardAnswer.Refused(DysfunctionTexts.TakeOut("Résumé et proposition", answer.Kinds ?? [])),
            ClusterRefusal.NotOpen => new CardAnswer.Refused(ClusterTexts.NotOpen),
            _ => new CardAnswer.Refused(ClusterTexts.NoSuchCluster),
        };
    }
}

/// <summary>The pilote puts a cluster on a session's agenda.</summary>
public sealed class PutClusterOnAgendaClick(Actors actors, PutClusterOnAgenda put, ClusterViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || ClusterRef.Parse(click.Text("cluster")) is not { } reference)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        if (click.Id<SessionId>("session") is not { } session)
        {
            return new CardAnswer.Refused(DysfunctionTexts.ChoosePlace);
        }

        var answer = await put.Handle(
            actor, roster, reference, session, PeoplesWords.Clean(click.Text("title")), ClickInputs.Number(click, "minutes") ?? 20, cancel);
        return await answer.Match<Task<CardAnswer>>(
            async done => new CardAnswer.Card(ClusterCard.Of(
                await views.Of(done.Cluster, roster, cancel), new FormNotice("À l’ordre du jour", Said(done, roster)), done: true)),
            notPilot => Refusals.Because(DysfunctionTexts.PilotOnly),
            noSuchCluster => Refusals.Because(ClusterTexts.NoSuchCluster),
            noSummary => Refusals.Because(ClusterTexts.SummaryMissing),
            notOpen => Refusals.Because(ClusterTexts.NotOpen),
            unheard => Refusals.Because(HearingTexts.Unheard(unheard)),
            noSuchSession => Refusals.Because(DysfunctionTexts.SessionGone),
            unclear => Refusals.Because(DysfunctionTexts.ItemUnclear),
            names => Refusals.Because(DysfunctionTexts.TakeOut("Titre", names.Kinds)));
    }

    private static string Said(ClusterAgendaAnswer.Put done, Roster roster) => PilotTexts.PutOn(
        $"{roster.TableOf(done.Session.Table)?.Short ?? "séance"} du {French.ShortDay(done.Session.Start, roster.Zone)}", done.Item.Title);
}

/// <summary>The pilote groups a report with one that resembles it, or adds it to that one's cluster.</summary>
public sealed class GroupReportClick(Actors actors, GroupReports group, ClusterViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || ClickInputs.Report(click) is not { } reference)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var (other, into) = (DysfunctionRef.Parse(click.Text("with")), ClusterRef.Parse(click.Text("with")));
        var answer = await group.Handle(
            actor, roster, other is { } second ? [second, reference] : [reference], into, click.Operation, cancel);
        return await answer.Match<Task<CardAnswer>>(
            async grouped => new CardAnswer.Card(ClusterCard.Of(
                await views.Of(grouped.Cluster, roster, cancel), new FormNotice("Remontées regroupées", ClusterTexts.Grouped(grouped)), done: true)),
            notPilot => Refusals.Because(DysfunctionTexts.PilotOnly),
            noSuchReport => Refusals.Because(ClusterTexts.NoSuchReport(noSuchReport.Reference)),
            tooFew => Refusals.Because(ClusterTexts.WhichReports),
            allSettled => Refusals.Because(ClusterTexts.AllSettled));
    }
}

/// <summary>« déjà remonté, ajouter mon cas »: whoever made a report adds it to the cluster it resembles.</summary>
public sealed class JoinClusterClick(Actors actors, JoinCluster join, DysfunctionViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || ClickInputs.Report(click) is not { } report || ClusterRef.Parse(click.Text("cluster")) is not { } cluster)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var answer = await join.Handle(actor, roster, report, cluster, cancel);
        return answer.Report is { } joined
            ? new CardAnswer.Card(FollowUpCard.Of(await views.Of(joined, roster, cancel)))
            : new CardAnswer.Refused(answer.Why == JoinRefusal.NoSuchReport ? DysfunctionTexts.NotYours : ClusterTexts.NotAlike);
    }
}

/// <summary>The pilote asks a structure what it has to say to a cluster's summary.</summary>
public sealed class AskStructureClick(Actors actors, HearStructure hear, ClusterViews views) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || ClusterRef.Parse(click.Text("cluster")) is not { } reference)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var structure = click.Id<StructureId>("structure") ?? default;
        var result = await hear.Ask(actor, roster, reference, structure, cancel);
        return result.Why is { } why
            ? new CardAnswer.Refused(HearingTexts.Refused(why))
            : new CardAnswer.Card(ClusterCard.Of(
                await views.Of(result.Cluster!, roster, cancel),
                new FormNotice("Avis demandé", HearingTexts.Asked(result.Cluster!.HearingOf(structure)!)), done: true));
    }
}

/// <summary>Whoever sits for a structure answers for it.</summary>
public sealed class AnswerForStructureClick(Actors actors, HearStructure hear) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || ClusterRef.Parse(click.Text("cluster")) is not { } reference || click.Id<StructureId>("structure") is not { } structure)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var result = await hear.Answer(actor, roster, reference, structure, PeoplesWords.Clean(click.Text(HearingTexts.AnswerInput)), cancel);
        return result.Why switch
        {
            null => new CardAnswer.Card(HearingTexts.Question(result.Cluster!, result.Cluster!.HearingOf(structure)!, roster, HearingTexts.Thanks)),
            HearingRefusal.NamesSomeone => new CardAnswer.Refused(DysfunctionTexts.TakeOut("Votre réponse", result.Kinds ?? [])),
            { } why => new CardAnswer.Refused(HearingTexts.Refused(why)),
        };
    }
}
