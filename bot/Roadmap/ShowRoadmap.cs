using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Help;
using Concertation.Microsoft365.Roadmap;
using Concertation.Work.Links;
using ConcertationBot.Turns;

namespace ConcertationBot.Roadmap;

/// <summary>The year's roadmap as a message: a card, or that there is none.</summary>
public sealed class ShowRoadmap(IRoadmaps roadmaps, LinkBase links, IHostEnvironment environment, TimeProvider clock)
{
    public async Task<Say> Of(Roster roster, CancellationToken cancel)
    {
        var year = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), roster.Zone).Year;
        return await roadmaps.Get(roster.Territory.Id, year, cancel) is { } roadmap
            ? new Say(null, RoadmapCard.Of(roster, roadmap, PageOf(roster.Territory.Id, year)))
            : new Say(RoadmapTexts.None(year));
    }

    /// <summary>Until people can sign in to it, the page is there in Development only.</summary>
    private Uri? PageOf(TerritoryId territory, int year) => environment.IsDevelopment()
        ? new Uri(string.Create(
            CultureInfo.InvariantCulture, $"{links.Address.TrimEnd('/')}{RoadmapEndpoint.Path}?territoire={territory}&annee={year}"))
        : null;
}

/// <summary>« feuille de route ».</summary>
public sealed class RoadmapCommand(ShowRoadmap show) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel) => [await show.Of(turn.Roster, cancel)];
}

/// <summary>Shows the roadmap as it stands now.</summary>
public sealed class ShowRoadmapClick(Actors actors, ShowRoadmap show) : ICardClick
{
    public async Task<CardAnswer> Handle(CardClick click, CancellationToken cancel)
    {
        if (await actors.Of(click.Caller, click.Id<TerritoryId>("territory"), cancel) is not var (_, roster))
        {
            return new CardAnswer.Refused(HelpTexts.OutOfReach);
        }

        return await show.Of(roster, cancel) switch
        {
            { Card: { } card } => new CardAnswer.Card(card),
            var said => new CardAnswer.Message(said.Text!),
        };
    }
}
