using System.Text;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Documents;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Work.Notices;
using ConcertationBot.Import;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Dysfunctions;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace ConcertationBot.Tests.Decisions;

/// <summary>A strategic table that serves several territories, of which another took the decision.</summary>
public sealed class EscalationAcrossTests : IAsyncLifetime
{
    private const string Above = "claude-essai";
    private static readonly TerritoryId Other = new("bassin-de-saint-exemple");
    private Kervelen _place = null!;

    public async Task InitializeAsync()
    {
        _place = await Kervelen.Start();
        var other = SampleTerritory.SaintExemple;
        var tenant = SampleTerritory.Kervelen.Territory.Tenant!;
        await _place.Service<ImportTerritory>().Run(other with { Territory = other.Territory with { Tenant = tenant } }, default);
        var mine = SampleTerritory.Kervelen.InYear(2026);
        await _place.Service<ImportTerritory>().Run(
            mine with
            {
                Tables = [.. mine.Tables.Select(t => t.Id.Value == "tct" ? t with { Rules = t.Rules with { Escalation = new(Other, new("tct"), 60) } } : t)],
            },
            default);
        var pilot = other.People.Single(p => p.Id.Value == Above);
        _place.Put(Above, new SimulatedPerson("29:" + Above, pilot.EntraId!, pilot.Name, pilot.Mail, tenant));
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task Its_file_comes_along_its_pilote_answers_and_those_below_are_told()
    {
        var strategic = await ConveneAbove();
        var tactical = await _place.Convene();
        var session = (await _place.Service<ISessions>().Get(Reported.Territory, tactical, default))!;
        var paper = await Paper();
        await _place.Service<ISessions>().Save(
            session.With(session.Value with
            {
                Agenda = [.. session.Value.Agenda, new AgendaItem(new("pz"), AgendaItemKind.Decision, "Une place", 15, null, [], false, Documents: [paper.Id])],
            }),
            [], default);
        await _place.Decide($"tct~{tactical}~pz", "Une place d’urgence", "Le texte entier.", Reported.Quorum, "Pour", ("escalates", "true"));
        var decision = await _place.Recorded("tct", "Une place d’urgence");

        await _place.Say(Above, "bonjour");
        var list = await ListAbove();
        var open = await _place.Press(Above, list, "Ouvrir");
        open.Says("Le texte entier.").ShouldBeTrue(open.Words);
        open.Says("Projet de convention").ShouldBeTrue(open.Words);
        var item = (await _place.Service<ISessions>().Get(Other, strategic, default))!.Value.Agenda.Single(i => i.Escalated is not null);
        var copy = (await _place.Service<IDocuments>().Get(Other, item.Joined[0], default))!;
        (copy.Sha256, copy.Territory).ShouldBe((paper.Sha256, Other));

        (await _place.Press(Above, open, "Valider")).Says("La décision est validée").ShouldBeTrue();
        (await _place.Hears("brieuc-lannecrit", "Validée par la CT")).Says("TCT 2026-001").ShouldBeTrue();
        await _place.Hears(Kervelen.Pilot, "Validée par la CT");

        // What is relayed again changes nothing and tells nobody twice.
        var before = _place.FromBot("brieuc-lannecrit").Count;
        await Again(decision.Ballot);
        _place.FromBot("brieuc-lannecrit").Count.ShouldBe(before);
        (await _place.Service<IEscalations>().Of(Other, default)).ShouldHaveSingleItem().Steps.Count.ShouldBe(3);
        (await _place.Service<ISessions>().Get(Other, strategic, default))!.Value.Agenda.Count(i => i.Escalated is not null).ShouldBe(1);
    }

    private async Task Again(BallotId ballot)
    {
        var roster = (await _place.Service<IRosters>().Get(Reported.Territory, default))!;
        var aggregate = new Aggregate(AggregateKind.Ballot, Reported.Territory, ballot.Value);
        foreach (var handler in _place.Bot.Services.GetServices<IEffectHandler>().Where(h => h.Kind == EffectKind.DecisionTaken))
        {
            await handler.Handle(new(aggregate, new Effect("decided", EffectKind.DecisionTaken, ballot.Value), roster), default);
        }

        await Task.Delay(1000);
    }

    private async Task<Document> Paper()
    {
        var actor = new Actor(Reported.Territory, new(Kervelen.Pilot), "Nolwenn", null, Way.Chat, null);
        using var content = new MemoryStream(Encoding.Latin1.GetBytes("%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n"));
        return (await _place.Service<TakeDocument>().Run(actor, "Projet de convention.pdf", content, default)).Match(
            taken => taken.Document, refused => throw new InvalidOperationException(refused.Why.ToString()));
    }

    private async Task<SessionId> ConveneAbove()
    {
        var form = (await _place.Say(Above, "convoque le CT le 18/12 9h30, 2h")).Last(m => m.Card is not null);
        var look = await _place.Press(Above, form, "Vérifier");
        await _place.Press(Above, look, "Envoyer");
        return (await _place.Service<ISessions>().All(Other, default)).ShouldHaveSingleItem().Id;
    }

    private async Task<Heard> ListAbove()
    {
        await _place.Hears(Above, "À l’ordre du jour de la CT");
        return (await _place.Say(Above, "décisions à valider")).Last(m => m.Card is not null);
    }
}
