using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Work.Notices;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace ConcertationBot.Tests.Notices;

/// <summary>A plenary's invitations, through the real bot: none lost, none repeated without reason, whatever happens.</summary>
public sealed class DeliveryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_bot_killed_in_the_middle_of_the_invitations_loses_none_and_repeats_only_those_of_unknown_outcome()
    {
        var clock = new MovableClock();
        await using var plenary = await Plenary.Start(120, clock);
        await plenary.Meet(everybody: true);
        var dying = new DyingRowStore(commits: 150);
        await plenary.StartBot(dying.Over);
        var session = await plenary.Convene();
        await Kervelen.Until(() => dying.IsDead, () => "the bot dies");
        // The storage answers nothing more: whatever the bot goes on doing leaves no trace, as if it were killed.
        await plenary.StartBot(rows => rows);
        var claimed = (await plenary.NoticesOf(session)).Count(n => n.State == NoticeState.Sending);
        claimed.ShouldBeGreaterThan(0);

        clock.Advance(TimeSpan.FromSeconds(30));
        await plenary.Settled(session, Patience, n => n.State is not NoticeState.Waiting);
        clock.Advance(TimeSpan.FromMinutes(3));
        var notices = await plenary.Settled(session, Patience);

        notices.Where(n => n.Why == EffectKind.SessionConvened).ShouldAllBe(n => n.State == NoticeState.Delivered);
        plenary.InvitationsSeen().ShouldAllBe(times => times >= 1 && times <= 2);
        plenary.InvitationsSeen().Count(times => times == 2).ShouldBeLessThanOrEqualTo(claimed);
        // Who may have it twice is on the pilote's list.
        await Kervelen.Until(
            () => plenary.Teams.Messages("29:pilote").Any(m => m.Activity.Attachments is not null),
            () => "the pilote is told");
    }

    [Fact]
    public async Task With_one_request_in_twenty_going_wrong_each_person_is_invited_and_repeats_are_those_of_unknown_outcome()
    {
        await using var plenary = await Plenary.Start(100, TimeProvider.System);
        await plenary.Meet(everybody: false);
        plenary.Teams.Weather.LimitsTenant = true;
        plenary.Teams.Weather.Of = Storm;

        var session = await plenary.Convene();
        var notices = await plenary.Settled(session, Patience);

        var seen = plenary.InvitationsSeen();
        seen.Select((times, seat) => (times, Mail: notices.Any(n => n.Recipient.Value == $"membre-{seat}" && n.Road == Road.Mail)))
            .ShouldAllBe(one => one.times >= 1 || one.Mail);
        seen.Sum(times => Math.Max(0, times - 1)).ShouldBeLessThanOrEqualTo(plenary.Teams.Weather.UnknownOutcomes);
    }

    [Fact]
    public async Task An_invitation_asks_as_much_of_storage_in_a_large_table_as_in_a_small_one()
    {
        var small = await CallsPerInvitation(20);
        var large = await CallsPerInvitation(80);

        large.ShouldBeLessThanOrEqualTo(small);
        large.ShouldBeLessThanOrEqualTo(12);
    }

    [Fact]
    public async Task Whoever_left_between_the_decision_and_the_sending_gets_nothing_and_the_pilote_sees_why()
    {
        await using var kervelen = await Kervelen.Start();
        var form = (await kervelen.Say(Kervelen.Pilot, "convoque la TCT le 14/12 9h30, 2h")).Single(m => m.Card is not null);
        await kervelen.Press(Kervelen.Pilot, await kervelen.Press(Kervelen.Pilot, form, "Vérifier"), "Envoyer");
        await kervelen.Hears("yann-kerimagin", "Réponse attendue");
        // Monday, 21 h: a reminder waits for the morning; meanwhile the hospital sends somebody else.
        kervelen.Clock.Advance(TimeSpan.FromHours(12));
        var missing = (await kervelen.Say(Kervelen.Pilot, "qui n'a pas répondu ?")).Single(m => m.Card is not null);
        var look = await kervelen.Press(Kervelen.Pilot, missing, "Relancer");
        await kervelen.Press(Kervelen.Pilot, look, "Envoyer la relance", ("spared", ""));
        await Replace(kervelen, "tct-ch", "morgane-kerpreface");

        kervelen.Clock.Advance(TimeSpan.FromHours(12));

        var told = await kervelen.Hears(Kervelen.Pilot, "Envois à surveiller : relance");
        told.Says("Yann Kerimagin — ne représente plus ce siège : rien ne lui a été envoyé").ShouldBeTrue(told.Words);
        kervelen.FromBot("yann-kerimagin").Count.ShouldBe(1);
    }

    private static Trouble? Storm(int request) => (request % 20, request / 20 % 4) switch
    {
        (19, 0) => new Trouble.Throttled(TimeSpan.FromSeconds(1)),
        (19, 1) => new Trouble.Failing(503),
        (19, 2) => new Trouble.Failing(500, Accepted: true),
        (19, _) => new Trouble.Dropped(),
        _ => null,
    };

    private static async Task<double> CallsPerInvitation(int seats)
    {
        await using var plenary = await Plenary.Start(seats, TimeProvider.System);
        await plenary.Meet(everybody: true);
        plenary.Rows.Reset();
        await plenary.Settled(await plenary.Convene(), Patience);
        return plenary.Rows.Calls.Count(call => call.Contains(WideTable.Territory.Value, StringComparison.Ordinal)
            // The test's own look at how far it is.
            && !call.StartsWith("query Notices", StringComparison.Ordinal)) / (double)seats;
    }

    private static Task Replace(Kervelen kervelen, string seat, string by) =>
        kervelen.Service<ITerritoryRecords>().Revise(
            new TerritoryId("pays-de-kervelen"),
            before => before! with
            {
                Mandates = [.. before.Mandates.Select(m => m.Seat.Value == seat
                    ? m with { Holder = before.People.Single(p => p.Id.Value == by), Substitute = null } : m)],
            },
            default);
}
