using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Help;
using ConcertationBot.Language;

namespace ConcertationBot.Turns;

/// <summary>Understands a message and hands it to its command; what isn't sure is asked, never a dead end.</summary>
public sealed class TextMessages(
    Territories territories, Actors actors, IRosters rosters, IChatAddresses addresses, TimeProvider clock,
    IServiceProvider services)
{
    public async Task<IReadOnlyList<Say>> Answer(Caller caller, string text, OperationId operation, CancellationToken cancel)
    {
        switch (await territories.Of(caller, cancel))
        {
            case []:
                return Say.Only(HelpTexts.NoTerritory);
            case [var only]:
                var roster = await rosters.Get(only.Id, cancel) ?? throw new InvalidOperationException("a territory without roster");
                return await In(roster, caller, text, operation, null, cancel);
            case var _ when !caller.IsPersonal:
                return Say.Only(HelpTexts.PersonalOnly);
            case var several:
                return Say.Only(HelpCard.WhichTerritory(several, PersonalDataGuard.KindsIn(text).Count > 0 ? "" : text));
        }
    }

    /// <summary>The same once the territory, and perhaps what was meant, is known.</summary>
    public async Task<IReadOnlyList<Say>> In(
        Roster roster, Caller caller, string text, OperationId operation, IntentKind? meant, CancellationToken cancel)
    {
        var actor = await actors.Of(caller, roster, cancel);
        if (caller.IsPersonal)
        {
            await addresses.Remember(roster.Territory.Id, actor.Id, caller.Address, cancel);
        }

        var reading = IntentReader.Read(text, ContextOf(roster, actor), meant);
        var turn = new TextTurn(caller, actor, roster, reading, text, operation);
        // Somebody may be in danger: where that goes is said before anything is asked. Before others, nothing is asked at all.
        if (meant is null && !reading.Sure && (Elsewhere.In(text).Count > 0 || (!caller.IsPersonal && reading.Kind == IntentKind.Report)))
        {
            meant = IntentKind.Report;
        }

        if (!caller.IsPersonal && !((reading.Sure || meant is not null) && TextCommands.Of(meant ?? reading.Kind).InGroups))
        {
            return Say.Only(HelpTexts.PersonalOnly);
        }

        if (meant is null && !reading.Sure)
        {
            return Say.Only(HelpCard.WhatWasMeant(
                roster.Territory, text, PersonalDataGuard.KindsIn(text), [.. reading.Offers.Select(kind => TextCommands.Of(kind).Entry).Distinct()]));
        }

        var command = TextCommands.Of(meant ?? reading.Kind);
        return await ((ITextCommand)services.GetRequiredService(command.Handler)).Handle(turn, cancel);
    }

    private ReadingContext ContextOf(Roster roster, Actor actor) => new(
        clock.GetUtcNow(), roster.Zone, roster.Tables,
        roster.IsPilot(actor.Id) ? Writer.Pilote : actor.Person is null ? Writer.Partner : Writer.Member,
        // Whoever sits may be answering a convocation: « oui » and « ok » then mean present.
        AwaitsReply: actor.Person is not null);
}
