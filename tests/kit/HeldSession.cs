using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace ConcertationBot.Tests.Kit;

/// <summary>A plenary TCT of the sample territory with two items of its own, convened for 14 December 2026, 9 h 30.</summary>
public sealed class HeldSession(Kervelen kervelen)
{
    public static readonly TerritoryId Territory = new("pays-de-kervelen");

    public Kervelen Kervelen => kervelen;

    public Heard Convened { get; private set; } = null!;

    public async Task Convene(string words = "convoque la TCT plénière le 14/12 9h30, 2h")
    {
        var form = (await kervelen.Say(Kervelen.Pilot, words)).Single();
        var look = await kervelen.Press(
            Kervelen.Pilot, form, "Vérifier",
            ("item1title", "Sorties du vendredi"), ("item1kind", "decision"), ("item1minutes", "30"), ("item1axis", "t3"),
            ("item2title", "Accueil de jour"), ("item2kind", "discussion"), ("item2minutes", "20"));
        Convened = await kervelen.Press(Kervelen.Pilot, look, "Envoyer les convocations");
    }

    public async Task<Session> Session() => (await kervelen.Service<ISessions>().All(Territory, default)).Single();

    public async Task<MeetingRecord> Record() => await kervelen.Service<IMeetings>().Of(Territory, (await Session()).Id, default);

    /// <summary>The clock stands at the session's start.</summary>
    public async Task ItsTime() => kervelen.Clock.Advance((await Session()).Start - kervelen.Clock.GetUtcNow());

    public async Task<Roster> Roster() => (await kervelen.Service<IRosters>().Get(Territory, default))!;

    /// <summary>Somebody of the sample, as the bot knows who acts.</summary>
    public async Task<Actor> Actor(string person = Kervelen.Pilot)
    {
        var found = (await Roster()).PersonOf(new PersonId(person))!;
        return new Actor(Territory, found.Id, found.Name, found.EntraId, Way.Chat, found);
    }

    /// <summary>A click of the pilote on the session.</summary>
    public async Task<Heard> Press(string verb, params (string Key, string Value)[] more) =>
        await kervelen.Press(Kervelen.Pilot, "1", verb, await Data(more));

    public async Task<JsonObject> Data(params (string Key, string Value)[] more)
    {
        var data = new JsonObject { ["territory"] = Territory.Value, ["session"] = (await Session()).Id.Value };
        foreach (var (key, value) in more)
        {
            data[key] = value;
        }

        return data;
    }
}
