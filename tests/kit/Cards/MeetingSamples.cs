using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Meetings;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The cards of a session under way, the largest table's attendance sheet among them.</summary>
internal static class MeetingSamples
{
    private static readonly Uri Word = new("https://concertation.example/lien/" + new string('x', 300));

    private static readonly Session Held = SessionSamples.Coming;

    private static readonly DateTimeOffset Late = Held.Start.AddMinutes(50);

    private static readonly SessionRun Running = new SessionRun(Held.Id, Held.Start, Pilot.Id, null, [])
        .On(ItemId.FollowUp, Held.Start).On(Held.Agenda[1].Id, Held.Start.AddMinutes(12));

    private static readonly Presence There = new(
        Held.Id, HospitalSeat.Id, PresenceState.Present, PresenceMode.Remote, Typed("ma cadre"), Held.Start.AddMinutes(20), null, Pilot.Id, Pilot.Name, Now,
        PresenceSource.Meeting);

    private static readonly Proxy Given = new(Held.Id, NursingSeat.Id, HospitalSeat.Id, 1, Nurse.Id, Nurse.Name, Now, Way.Link);

    private static readonly ItemRecusal Withdrawn = new(
        Held.Territory, Held.Id, Held.Agenda[1].Id, new Recusal(NursingSeat.Id, Typed("SSIAD"), Nurse.Id, Nurse.Name, Now, Way.Chat));

    private static readonly Guest Invited = new(Held.Id, new("g1"), Typed("Armel Invité"), Typed("Observatoire"), PresenceMode.InPerson);

    private static readonly Concertation.Domain.Votes.Outcome Missed = Concertation.Domain.Votes.ConsensusRules.Found(
        [], new HashSet<Concertation.Domain.Tables.SeatId>(), new Concertation.Domain.Tables.Quorum(50, 0), false, null, Now);

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("run.before", () => RunCard.Of(View(Record(null)))),
        new("run.toolate", () => RunCard.Of(View(Record(null)) with { Now = Held.End.AddDays(2) }, problem: MeetingTexts.TooLate(Held, Tct, Roster.Zone))),
        new("run.item", () => RunCard.Of(View(Record(Running)), "Noté (point 2). Le compte rendu le reprendra.")),
        new("run.last", () => RunCard.Of(View(Record(Running.On(Held.Agenda[^1].Id, Late))), problem: MeetingTexts.LastItem)),
        new("run.huis-clos", () => RunCard.Of(View(Record(Running)) with
        {
            Among = true, Session = Held with { Agenda = [.. Held.Agenda.Select(i => i with { InCamera = true })] },
        })),
        new("run.ended", () => RunCard.Of(View(Record(Running.On(null, Late) with { EndedAt = Late })))),
        new("run.consensus", () => ConsensusCard.Of(View(Record(Running)), Held.Agenda[^1], Missed, Typed("Ouvrir une cellule de sortie"), Typed("Réserve de l’EHPAD"))),
        new("proxy.given", () => ProxyNotices.Given(new(Held, Tct, Roster, NursingSeat, HospitalSeat))),
        new("proxy.ended", () => ProxyNotices.Ended(new(Held, Tct, Roster, NursingSeat, HospitalSeat))),
        new("presence.sheet", () => PresenceCard.Of(View(Record(Running)), 0, Word, MeetingTexts.PresenceSaved)),
        new("presence.guestout", () => PresenceCard.Of(View(Record(Running)), 0, Word, problem: MeetingTexts.WhichGuest)),
        new("presence.guests", () => PresenceCard.Of(Crowd(), 0, Word, MeetingTexts.GuestTakenOut)),
        new("presence.large", () => PresenceCard.Of(Large(), 12, Word, problem: "Un de ces sièges n’est pas appelé à cette séance.")),
        new("presence.proxy", () => PresenceCard.Proxy(View(Record(Running)), NursingSeat)),
        new("recusal.form", () => RecusalCard.Of(
            View(Record(Running) with { Recusals = [Withdrawn] }), Tct.Seats, Held.Agenda[1].Id, Typed("SSIAD ne prend pas part au point 2."))),
        new("recusal.large", () => RecusalCard.Of(Large(), Large().Table.Seats, null, problem: "Choisissez un siège appelé à cette séance.")),
        new("presence.proxy-given", () => PresenceCard.ProxyNoted(Held, Tct, NursingSeat, new ProxyOutcome.Given(Held, NursingSeat, HospitalSeat), Roster)),
        new("presence.proxy-back", () => PresenceCard.ProxyNoted(Held, Tct, NursingSeat, new ProxyOutcome.TakenBack(Held, NursingSeat), Roster)),
        new("presence.proxy-large", () => PresenceCard.Proxy(Large(), Large().Table.Seats[0], MeetingTexts.WhichHolder)),
    ];

    private static MeetingRecord Record(SessionRun? run) => new(run is null ? null : new(run, "1"), [There], [Given], [Invited], [], []);

    private static RunView View(MeetingRecord record) => new(
        Held, Tct, Roster, RollCall.Of(Held, Tct, Roster, [], record), record, Late, Among: false);

    private static RunView Crowd()
    {
        var record = Record(Running) with
        {
            Guests = [.. Enumerable.Range(0, 60).Select(i => Invited with { Id = new($"g{i}"), Name = Typed($"Armel Invité {i}") })],
        };
        return View(record);
    }

    private static RunView Large()
    {
        var roster = SessionSamples.LargeRoster;
        Reply[] replies =
        [
            .. roster.Tables[0].Seats.Take(30).Select(s => new Reply(Held.Id, s.Id, ReplyKind.Represented, Typed("ma cadre"), Doctor.Id, Doctor.Name, Now, Way.Chat)),
        ];
        var record = Record(null) with { Presences = [], Proxies = [] };
        return new RunView(Held, roster.Tables[0], roster, RollCall.Of(Held, roster.Tables[0], roster, replies, record), record, Late, Among: false);
    }
}
