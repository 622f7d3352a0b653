using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Microsoft365.Help;
using Concertation.Work.Dysfunctions;
using ConcertationBot.Turns;

namespace ConcertationBot.Dysfunctions;

/// <summary>The numbers of a year's reports as a message, exact or in bands by who asks.</summary>
public sealed class ShowObservatory(IObservatories observatories, ObservatoryLinks links, CountReports count)
{
    public async Task<Say> Of(Actor actor, Roster roster, int? asked, CancellationToken cancel)
    {
        var thisYear = count.Year(roster.Territory);
        var year = asked ?? thisYear;
        var kept = await observatories.Get(roster.Territory.Id, year, cancel);
        return kept is null && roster.IsPilot(actor) && year <= thisYear ? await Counted(actor, roster, year, notice: null, cancel)
            : kept is null ? new Say(ObservatoryTexts.None(year))
            : Said(actor, roster, kept, null);
    }

    /// <summary>Counts first; for the pilote.</summary>
    public async Task<Say> Counted(Actor actor, Roster roster, int year, FormNotice? notice, CancellationToken cancel) =>
        Said(actor, roster, await count.Of(roster.Territory, year, cancel), notice);

    private Say Said(Actor actor, Roster roster, ObservatorySnapshot snapshot, FormNotice? notice)
    {
        var view = roster.IsPilot(actor) ? ObservatoryView.ForPilot(snapshot) : ObservatoryView.ForOthers(snapshot);
        var page = actor.Person is { } person
            ? links.For(snapshot.Territory, new ObservatoryPlace(snapshot.Year, ObservatoryForm.Page), person.Id)
            : null;
        return new Say(null, ObservatoryCard.Of(roster, view, page, notice));
    }
}

/// <summary>« observatoire », « observatoire 2025 »: for everybody.</summary>
public sealed class ObservatoryCommand(ShowObservatory show) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel) =>
        [await show.Of(turn.Actor, turn.Roster, YearIn(turn.Text), cancel)];

    private static int? YearIn(string text) => text.Split(' ', '\u00a0', '\u202f', ',', '.', '?', '!')
        .Select(word => word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 2000 ? year : (int?)null)
        .FirstOrDefault(year => year is not null);
}

/// <summary>The pilote has the reports counted again.</summary>
public sealed class RefreshObservatoryClick(Actors actors, ShowObservatory show, CountReports count) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (actor, roster)
            || ClickInputs.Number(click, "year") is not { } year || year < 2000 || year > count.Year(roster.Territory))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        return roster.IsPilot(actor)
            ? new CardAnswer.Card((await show.Counted(actor, roster, year, new FormNotice(ObservatoryTexts.Refreshed), cancel)).Card!)
            : new CardAnswer.Refused(ObservatoryTexts.PilotOnly);
    }
}
