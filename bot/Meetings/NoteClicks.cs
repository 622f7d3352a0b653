using System.Globalization;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Votes;
using Concertation.Work.Notices;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;
using ConcertationBot.Votes;

namespace ConcertationBot.Meetings;

/// <summary>run.note and run.action: a line for the minutes, on the item the card showed.</summary>
public abstract class WriteClick(MeetingCards cards, WriteNote write) : MeetingClick(cards)
{
    protected abstract NoteDraft Draft(CardClick click, int? item);

    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        var item = click.Id<ItemId>(MeetingKeys.Item) is { } id && found.Session.ItemOf(id) is not null
            ? MeetingTexts.Number(found.Session, id)
            : (int?)null;
        var outcome = await write.Run(found.Actor, found.Session.Id, Draft(click, item), click.Operation, cancel);
        return outcome is NoteOutcome.Written written
            ? await Shown(found, click, cancel, MeetingTexts.Written(written, found.Roster.Zone))
            : await Shown(found, click, cancel, problem: MeetingTexts.Refusal(outcome, found.Table));
    }
}

public sealed class NoteClick(MeetingCards cards, WriteNote write) : WriteClick(cards, write)
{
    protected override NoteDraft Draft(CardClick click, int? item) => new(NoteKind.Debate, item, click.Text(MeetingKeys.Text) ?? "", null, null);
}

public sealed class ActionClick(MeetingCards cards, WriteNote write) : WriteClick(cards, write)
{
    protected override NoteDraft Draft(CardClick click, int? item) => new(
        NoteKind.Action, item, click.Text("what") ?? "", click.Text(MeetingKeys.Who),
        DateOnly.TryParseExact(click.Text(MeetingKeys.Due), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? due : null);
}

/// <summary>run.askconsensus: what is decided and whether it would hold, before it is numbered and sent.</summary>
public sealed class AskConsensusClick(MeetingCards cards, RecordConsensus consensus) : MeetingClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        if (click.Id<ItemId>(MeetingKeys.Item) is not { } id || found.Session.ItemOf(id) is not { } item)
        {
            return await Shown(found, click, cancel, problem: MeetingTexts.NoSuchItem(found.Session));
        }

        var (text, reserves) = (click.Text(MeetingKeys.Title), click.Text(MeetingKeys.Reserves));
        return await (await consensus.Look(found.Actor, ConsensusClick.Found(found.Session.Id, id, text ?? item.Title, reserves), cancel)).Match<Task<CardAnswer>>(
            async outcome => new CardAnswer.Card(ConsensusCard.Of(
                await Cards.View(found.Actor, found.Roster, found.Session, found.Table, among: !click.Caller.IsPersonal, cancel),
                item, outcome, text, reserves)),
            why => Shown(found, click, cancel, problem: VoteTexts.Refusal(why)));
    }
}

/// <summary>run.consensus: a decision without a ballot, with the attendance as its quorum.</summary>
public sealed class ConsensusClick(MeetingCards cards, RecordConsensus consensus) : MeetingClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        if (click.Id<ItemId>(MeetingKeys.Item) is not { } item)
        {
            return await Shown(found, click, cancel, problem: MeetingTexts.NoSuchItem(found.Session));
        }

        var what = Found(found.Session.Id, item, click.Text(MeetingKeys.Title) ?? "", click.Text(MeetingKeys.Reserves));
        var ruling = await consensus.Handle(found.Actor, Ids(what), what, cancel);
        return await ruling.Match(
            ballot => Shown(found, click, cancel, DecisionTexts.Arithmetic(ballot.Outcome!)),
            why => Shown(found, click, cancel, problem: VoteTexts.Refusal(why)));
    }

    /// <summary>The same words on the same item, from whichever device, are the same act.</summary>
    internal static Func<int, BallotId> Ids(ConsensusFound found) => carences => new BallotId(
        Operations.IdOf($"{found.Session}|{found.Item}|consensus|{carences}|{found.Text.Trim()}|{found.Reserves?.Trim()}"));

    /// <summary>A decision is called by its first words; its text is all of them.</summary>
    internal static ConsensusFound Found(SessionId session, ItemId item, string text, string? reserves) => new(
        session, item, Concertation.Microsoft365.Cards.CardTrim.Shorten(Concertation.Domain.OneLine.Of(text), ProposalCheck.MostTitle), text, reserves);
}

/// <summary>run.ballot: the proposal's form, in the convener's own conversation: a group needn't see what else is on agendas.</summary>
public sealed class OpenBallotForm(MeetingCards cards, ProposeForms forms, PersonalSay personal) : MeetingClick(cards)
{
    protected override async Task<CardAnswer> Handle(ClickedSession found, CardClick click, CancellationToken cancel)
    {
        var subject = $"{found.Table.Id}~{found.Session.Id}~{click.Id<ItemId>(MeetingKeys.Item)?.Value}";
        var form = await forms.Draw(found.Actor, found.Roster, new ProposeFields(click.Operation.Value, subject), null, cancel);
        if (form is null)
        {
            return SessionClicks.Unknown;
        }

        return click.Caller.IsPersonal ? new CardAnswer.Card(form)
            : await personal.Send(found.Actor, new Say(null, form), cancel) ? new CardAnswer.Message(MeetingTexts.InPersonalChat)
            : new CardAnswer.Message(MeetingTexts.NotInPersonalChat);
    }
}
