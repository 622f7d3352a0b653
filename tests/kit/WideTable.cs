using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Microsoft.Extensions.DependencyInjection;

namespace ConcertationBot.Tests.Kit;

/// <summary>
/// A territory with one table of as many seats as asked for and a ballot open on it, of which nobody was told: what is
/// counted or measured on it is votes alone.
/// </summary>
public static class WideTable
{
    public static TerritoryId Territory { get; } = new("pays-large");

    public static BallotId Ballot { get; } = new("vote-large");

    public static SeatId Seat(int number) => new($"siege-{number}");

    /// <summary>The Entra id of the person who sits for the seat.</summary>
    public static string EntraId(int number) => $"5ea70000-0000-4000-8000-{number:D12}";

    /// <summary>Writes it all through the stores and the use case of a running bot, or of storage alone.</summary>
    /// <param name="form">Null: a usual, nominal ballot.</param>
    public static async Task<Ballot> Open(IServiceProvider services, int seats, string tenant, BallotForm? form = null)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var (rosters, ballots) = (services.GetRequiredService<IRosters>(), services.GetRequiredService<IBallots>());
        await Write(services, seats, tenant);
        var check = new ProposalCheck(
            rosters, services.GetRequiredService<ISessions>(), services.GetRequiredService<IMeetings>(), services.GetRequiredService<IRoadmaps>(), clock);
        var open = new OpenBallot(check, new BallotOpening(ballots, services.GetRequiredService<ISealedAnswers>(), new Untold(), clock), ballots, clock);
        var proposal = new Proposal(
            new("tct"), null, null, null, "Ouvrir deux places d’hébergement temporaire",
            "Ouvrir deux places d’hébergement temporaire d’urgence à la résidence de l’Exemple, à partir de janvier.", null, Form: form);
        return (await open.Handle(PilotActor, Ballot, proposal, default)).Match(
            opened => opened, why => throw new InvalidOperationException($"The ballot was refused: {why}"));
    }

    /// <summary>The territory alone.</summary>
    public static Task Write(IServiceProvider services, int seats, string tenant) =>
        services.GetRequiredService<ITerritoryRecords>().Revise(Territory, _ => Record(seats, tenant), default);

    public static Actor PilotActor => new(Territory, Pilot.Id, Pilot.Name, Pilot.EntraId!, Way.Chat, Pilot);

    public static Person Pilot { get; } =
        new(new("pilote"), "Pilote Exemple", "pilote@exemple.example", "5ea7ffff-0000-4000-8000-000000000000");

    public static TerritoryRecord Record(int seats, string tenant)
    {
        var numbers = Enumerable.Range(0, seats).ToList();
        var people = numbers.ConvertAll(n => new Person(
            new($"membre-{n}"), $"Membre Exemple {n}", $"membre{n}@exemple.example", EntraId(n)));
        var table = new Table(
            new("tct"), "Table tactique du Pays large", "TCT", TableKind.Tactical, [new("sanitaire"), new("social")],
            [.. numbers.Select(n => new Seat(
                Seat(n), new($"structure-{n}"), new(n % 2 == 0 ? "sanitaire" : "social"), Voice.Deliberative, 1, false))],
            [], TableRules.Usual);
        return new TerritoryRecord(
            new(Territory, "Pays large", "Europe/Paris", Vocabulary.Maia, tenant, Pilot.Id, []),
            [.. numbers.Select(n => new Structure(new($"structure-{n}"), $"Structure de l’Exemple {n}"))],
            [new(new("sanitaire"), "Sanitaire"), new(new("social"), "Social")],
            [Pilot, .. people], [table],
            [.. numbers.Select(n => new Mandate(Seat(n), people[n], null, new(2020, 1, 1), null, null))], []);
    }

    /// <summary>Tells nobody.</summary>
    private sealed class Untold : IRelay
    {
        public Task Announce(Aggregate aggregate, CancellationToken cancel) => Task.CompletedTask;

        public Task AnnounceAt(Aggregate aggregate, DateTimeOffset when, CancellationToken cancel) => Task.CompletedTask;

        public void Nudge(Aggregate aggregate)
        {
        }
    }
}
