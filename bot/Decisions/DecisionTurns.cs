using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Help;
using ConcertationBot.Turns;

namespace ConcertationBot.Decisions;

/// <summary>« décisions », « décisions hospitalisation 2026 », « décision TCT 2026-003 ».</summary>
public sealed class DecisionsCommand(RegistersInReach registers, EscalationsInReach escalations, SaidToHaveRead said) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var typed = TypedQuery.Read(turn.Text, turn.Reading.Slots.Table);
        if (await said.Answer(turn, typed, cancel) is { } noted)
        {
            return Say.Only(noted);
        }

        if (typed.Number is { } number
            && (await registers.Find(turn.Actor, turn.Roster, typed.Query.Table, number, cancel) ?? await Submitted(turn, number, cancel)) is { } page)
        {
            return Say.Only(page);
        }

        return await registers.Draw(turn.Actor, turn.Roster, typed.Query, cancel) is { } card
            ? Say.Only(card)
            : Say.Only(DecisionTexts.ForMembers);
    }

    /// <summary>Of a table whose register isn't the person's, but that submitted this decision to one the person convenes.</summary>
    private async Task<AdaptiveCard?> Submitted(TextTurn turn, DecisionNumber number, CancellationToken cancel) =>
        EscalationsInReach.Numbered(await escalations.Of(turn.Actor, turn.Roster, cancel), number, turn.Text) is [var only]
            ? await escalations.Draw(turn.Actor, turn.Roster, only.Territory, only.Id, cancel)
            : null;
}

/// <summary>decisions.list: the registers, or what is looked for in them.</summary>
public sealed class ListDecisionsClick(Actors actors, RegistersInReach registers) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        var query = new RegisterQuery(
            TypedQuery.Words(click.Text(RegisterSearch.WordsInput) ?? ""), Chosen<TableId>(click, RegisterSearch.TableInput),
            Chosen<AxisId>(click, RegisterSearch.AxisInput), Number(click, RegisterSearch.YearInput));
        return await registers.Draw(actor, roster, query, cancel, click.From()) is { } card
            ? new CardAnswer.Card(card)
            : new CardAnswer.Refused(DecisionTexts.ForMembers);
    }

    internal static int? Number(CardClick click, string name) =>
        int.TryParse(click.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T? Chosen<T>(CardClick click, string name) where T : struct, IId<T> =>
        click.Text(name) is RegisterSearch.Any ? null : click.Id<T>(name);
}

/// <summary>decisions.show: one decision, whole.</summary>
public sealed class ShowDecisionClick(Actors actors, RegistersInReach registers) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        return click.Id<TableId>("table") is { } table && ListDecisionsClick.Number(click, "year") is { } year
            && ListDecisionsClick.Number(click, "number") is { } number
            && await registers.Find(actor, roster, table, new DecisionNumber(year, number), cancel) is { } card
                ? new CardAnswer.Card(card)
                : new CardAnswer.Refused(DecisionTexts.NotThere);
    }
}
