using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Help;
using ConcertationBot.Language;

namespace ConcertationBot.Turns;

/// <summary>The person says what a message meant: it is handled so, without being written again.</summary>
public sealed class ChooseIntentClick(IRosters rosters, Territories territories, TextMessages texts, Answers answers) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        var territory = click.Id<TerritoryId>("territory");
        if (territory is not { } id || !Enum.TryParse<IntentKind>(click.Text("intent"), out var meant)
            || !(await territories.Reachable(click.Caller, cancel)).Any(t => t.Id == id)
            || await rosters.Get(id, cancel) is not { } roster)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var said = await texts.In(roster, click.Caller, click.Text("text") ?? "", click.Operation, meant, cancel);
        if (said is [{ Card: { } card, Text: null }])
        {
            return new CardAnswer.Card(card);
        }

        await answers.Give(click.Caller, said, cancel);
        return new CardAnswer.Message("C’est fait.");
    }
}

/// <summary>The person says which territory is meant; remembered, and the message is handled there.</summary>
public sealed class ChooseTerritoryClick(
    IRosters rosters, Territories territories, Actors actors, IChatAddresses addresses, TextMessages texts, Answers answers,
    TimeProvider clock) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        var territory = click.Id<TerritoryId>("territory");
        if (territory is not { } id || !(await territories.Reachable(click.Caller, cancel)).Any(t => t.Id == id)
            || await rosters.Get(id, cancel) is not { } roster)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var actor = await actors.Of(click.Caller, roster, cancel);
        await addresses.Remember(
            id, actor.Id, click.Caller.Address with { ChosenAt = clock.GetUtcNow() }, cancel);
        await answers.Give(
            click.Caller, await texts.In(roster, click.Caller, click.Text("text") ?? "aide", click.Operation, null, cancel), cancel);
        return new CardAnswer.Message($"Nous parlons de : {roster.Territory.Name}.");
    }
}

/// <summary>The pilote says that an account is a member's.</summary>
public sealed class BindPersonClick(Actors actors, IRosters rosters) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || click.Id<PersonId>("person") is not { } person || roster.PersonOf(person) is not { } member
            || click.Text("account") is not { } account || !IdRules.IsWellFormed(account))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        if (!roster.IsPilot(actor.Id))
        {
            return new CardAnswer.Refused(HelpTexts.PilotOnly);
        }

        await rosters.Bind(roster.Territory.Id, account, person, cancel);
        return new CardAnswer.Message(HelpTexts.Bound(member.Name));
    }
}

/// <summary>The pilote says that an account is a partner's: nothing changes, the question is closed.</summary>
public sealed class LeavePartnerClick(Actors actors) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || click.Id<PersonId>("person") is not { } person || roster.PersonOf(person) is not { } member)
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        return roster.IsPilot(actor.Id)
            ? new CardAnswer.Message(HelpTexts.LeftPartner(member.Name))
            : new CardAnswer.Refused(HelpTexts.PilotOnly);
    }
}
